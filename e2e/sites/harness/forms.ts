import type { Tab } from '../../engines/harness/test.js';

/** Fills the fields of a form by their names, and submits it. */
export const submit = (tab: Tab, selector: string, values: Record<string, string>): Promise<void> =>
  tab.evaluate(
    (form, all) => {
      const found = document.querySelector<HTMLFormElement>(form);
      for (const [name, value] of Object.entries(all)) {
        const field = found?.elements.namedItem(name) as HTMLInputElement;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      found?.requestSubmit();
    },
    selector,
    values,
  );

let accounts = 0;

/** An address nobody else has: the examples' servers remember accounts as long as the tests run. */
export const newAddress = () => `visitor${(accounts += 1)}@plant.example`;
