import App from './App';

/** A server component around what the README tells to write, letter by letter. */
export default function Page() {
  return <App />;
}
