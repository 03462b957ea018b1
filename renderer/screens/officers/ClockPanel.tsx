import { session } from '#app/contract/session.ts';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Panel } from '../../components/layout.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import type { Status } from '../../frame/session.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './officers.module.css';

const { Frame, Field } = makeForm(session.acceptClock.input);

/** The way out of a clock that was set back: put it right, or the director says that it was wrong before (R14.8). */
export function ClockPanel({ setBack, director }: { readonly setBack: NonNullable<Status['clockSetBack']>; readonly director: boolean }) {
  const { t } = useTexts();
  return (
    <Panel title={t('officers.clock.title')}>
      <div className={styles['stack']}>
        <strong>{t('officers.clock.what', { now: showDateTime(setBack.now), lastAct: showDateTime(setBack.lastAct) })}</strong>
        <p className={styles['dim']}>{t('officers.clock.wayOut')}</p>
        {director ? (
          <Frame initial={{ reason: '' }} label={t('officers.clock.title')} save={t('officers.clock.save')} send={registry.session.acceptClock} onDone={() => toast(t('officers.clock.done'))}>
            <Field name="reason">{(field) => <TextField {...field} label={t('officers.clock.reason')} required />}</Field>
          </Frame>
        ) : <p className={styles['dim']}>{t('officers.clock.askDirector')}</p>}
      </div>
    </Panel>
  );
}
