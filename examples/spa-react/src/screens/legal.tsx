import { useWords } from '../language/use-words.js';
import { AcceptedPolicy } from './legal/accepted-policy.js';
import { ChoiceHistory } from './legal/choice-history.js';
import { Complaint } from './legal/complaint.js';
import { DeleteAccount } from './legal/delete-account.js';
import { ExportCopy } from './legal/export-copy.js';
import { OwnRecord } from './legal/own-record.js';
import { Purposes } from './legal/purposes.js';
import { Screen } from './screen.js';
import { SettingsNav } from './settings-nav.js';

export function Legal() {
  const { legal } = useWords();
  return (
    <Screen name="settings/legal" title={legal.title} lead={legal.lead}>
      <SettingsNav />
      <Purposes />
      <ChoiceHistory />
      <OwnRecord />
      <AcceptedPolicy />
      <ExportCopy />
      <DeleteAccount />
      <Complaint />
    </Screen>
  );
}
