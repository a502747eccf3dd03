import { View } from '../../../views.jsx';

export default async function Page({ params }) {
  return <View base="/after" name={(await params).view} />;
}
