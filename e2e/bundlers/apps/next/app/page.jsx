import { Shop } from '../../react/shop.jsx';

export default () => <Shop />;
