import { Site } from '../../views.jsx';

export default function Layout({ children }) {
  return <Site strategy="beforeInteractive">{children}</Site>;
}
