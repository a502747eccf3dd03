import { ConsentFrame } from 'askfirst/react';
import { Shop } from '../../react/shop.jsx';
import { Start } from './start.jsx';

/** A server component, so that the package itself has to say what belongs into the browser. */
export default function Page() {
  return (
    <Shop>
      <Start />
      <ConsentFrame category="marketing" title="Map" src="https://maps.example/berlin" />
    </Shop>
  );
}
