import { Shop } from '../shop.jsx';

export default () => <Shop />;
