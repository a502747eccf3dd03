const PROVIDER = 'https://js.siam-pay.example/v1.js';

let loading: Promise<unknown> | undefined;

/** Loads the payment provider's script, once. */
export function loadPayment(): Promise<unknown> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = PROVIDER;
    script.onload = resolve;
    script.onerror = () => {
      // The next visit to the screen tries again.
      loading = undefined;
      script.remove();
      reject(new Error('The payment provider cannot be reached.'));
    };
    document.head.append(script);
  });
  return loading;
}
