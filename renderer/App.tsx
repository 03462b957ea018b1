import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { Note } from './components/notes.tsx';
import { registry } from './contract/client.ts';
import { onLocked } from './contract/events.ts';
import { useQuestion } from './contract/hooks.ts';
import { rememberedLogin } from './desk/login.ts';
import { sealAllDrafts } from './desk/drafts.ts';
import { keepWay, returnToWay } from './desk/way.ts';
import { Frame } from './frame/Frame.tsx';
import { followJobs } from './frame/jobs.ts';
import { forgetWay } from './frame/router.ts';
import { SessionContext, type Session } from './frame/session.ts';
import { useTouch } from './frame/useTouch.ts';
import { useTexts } from './language/texts.ts';
import { FirstRunScreen } from './session/FirstRunScreen.tsx';
import { Gate } from './session/Gate.tsx';
import { TroubleScreen } from './session/TroubleScreen.tsx';
import { UnlockScreen } from './session/UnlockScreen.tsx';

/** First run, locked, damaged or open: the four states of the program. */
export function App() {
  const { t } = useTexts();
  const { value: status, fault, again, asking } = useQuestion(registry.session.status, {}, ['vault', 'officers']);
  const [demonstration, setDemonstration] = useState<Answer<'vault.openDemonstration'> | undefined>();
  const [ready, setReady] = useState<string | undefined>();
  const [lastLogin, setLastLogin] = useState<string | undefined>();
  const officer = status?.vault === 'open' ? status.officer : null;
  const officerId = officer?.id;

  useEffect(() => onLocked(() => { forgetWay(); setReady(undefined); again(); }), [again]);
  useEffect(() => followJobs(), []);
  useEffect(() => { void rememberedLogin().then(setLastLogin); }, []);
  useTouch(officer !== null);
  useEffect(() => {
    if (officerId === undefined) return undefined;
    let stop: (() => void) | undefined;
    let wanted = true;
    void returnToWay(officerId).then(() => {
      if (!wanted) return;
      stop = keepWay(officerId);
      setReady(officerId);
    });
    return () => { wanted = false; stop?.(); };
  }, [officerId]);

  const lock = useCallback(() => {
    // Lock waits for nothing but the sealing of what was typed, and for that no longer than main takes to answer.
    void Promise.race([sealAllDrafts(), new Promise((done) => { setTimeout(done, 250); })])
      .then(() => registry.session.lock({})).catch(() => undefined).then(() => { setReady(undefined); again(); });
  }, [again]);
  const session = useMemo<Session | undefined>(() => (status && officer ? { status, officer, lock, ask: again } : undefined), [status, officer, lock, again]);
  const demonstrate = useCallback(() => void registry.vault.openDemonstration({}).then(
    async (made) => {
      if (made.ok) setDemonstration(made.value);
      else await registry.vault.leaveDemonstration({});
      again();
    }).catch(again), [again]);
  // After a reload the door of the demonstration vault still shows its passphrase, which is no secret.
  const unnamed = status?.vault === 'locked' && status.demonstration && demonstration === undefined;
  useEffect(() => { if (unnamed) demonstrate(); }, [unnamed, demonstrate]);
  const leave = () => void registry.vault.leaveDemonstration({}).then(() => { setDemonstration(undefined); again(); }, again);

  if (!status) {
    if (asking && !fault) return null;
    return <Gate title={t('frame.program')}><Note tone="error">{t('frame.noMain')}</Note></Gate>;
  }
  if (status.vault === 'damaged' || (status.trouble && status.vault !== 'open')) return <TroubleScreen status={status} again={again} leave={leave} />;
  if (status.vault === 'missing') return <FirstRunScreen version={status.version} onCreated={again} onDemonstration={(made) => { setDemonstration(made); again(); }} />;
  if (!session && (unnamed || lastLogin === undefined)) return null;
  if (!session) return <UnlockScreen key={status.demonstration ? demonstration?.passphrase : ''} status={status} onOpened={again} demonstration={status.demonstration ? demonstration : undefined} leave={leave} demonstrate={demonstrate} lastLogin={lastLogin ?? ''} />;
  if (ready !== session.officer.id) return null;
  return <SessionContext value={session}><Frame /></SessionContext>;
}
