import { View } from '../../../views.jsx';

export default async function Page({ params }) {
  return <View base="/before" name={(await params).view} />;
}
