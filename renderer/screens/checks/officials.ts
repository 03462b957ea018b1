import type { Role } from '#app/access/roles.ts';
import type { Option } from '../../components/Choice.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useTexts } from '../../language/texts.ts';

const nothing = {};
const touching = ['officers'];

/** Active officials to choose from, by name and role. */
export function useOfficials(fit: (role: Role) => boolean = () => true): readonly Option<string>[] {
  const { t } = useTexts();
  const { value } = useQuestion(registry.access.list, nothing, touching);
  return (value?.officials ?? []).filter(({ officer }) => officer.state === 'active' && fit(officer.role)).map(({ officer }) => ({ value: officer.id, label: `${officer.name}, ${t(`frame.roles.${officer.role}`)}` }));
}
