import { useCallback, useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { Role } from '#app/access/roles.ts';
import type { Input } from '#app/contract/index.ts';
import { Button } from '../components/Button.tsx';
import { CheckField } from '../components/CheckField.tsx';
import { Choice } from '../components/Choice.tsx';
import { ErrorNote } from '../components/notes.tsx';
import { RefusalList } from '../components/RefusalList.tsx';
import { SecretField, TextField } from '../components/TextField.tsx';
import { registry } from '../contract/client.ts';
import { useCommand } from '../contract/hooks.ts';
import { rememberLogin } from '../desk/login.ts';
import type { Status } from '../frame/session.ts';
import { secondsBetween, showDateTime } from '../language/dates.ts';
import { useTexts } from '../language/texts.ts';
import { KeyFilePlace } from '../screens/common/KeyFilePlace.tsx';
import { isPressed } from '../shortcuts/table.ts';
import { Gate } from './Gate.tsx';
import { HeaderNote } from './HeaderNote.tsx';
import { MigrateOffer } from './MigrateOffer.tsx';
import { RecoveryScreen } from './RecoveryScreen.tsx';
import { KeyboardHints } from './KeyboardHints.tsx';
import { useCountdown } from './useCountdown.ts';
import { useKeyboardState } from './useKeyboardState.ts';
import styles from './Gate.module.css';

/** The door of a vault. `knownPassphrase` is given for the demonstration vault only, where it is no secret. */
export function UnlockScreen({ status, onOpened, demonstration, leave, demonstrate, lastLogin }: {
  readonly status: Status; readonly onOpened: () => void;
  readonly demonstration?: { readonly passphrase: string; readonly logins: readonly { readonly login: string; readonly name: string; readonly role: Role }[] } | undefined;
  readonly leave: () => void; readonly demonstrate: () => void; readonly lastLogin: string;
}) {
  const { t } = useTexts();
  const [login, setLogin] = useState(status.logins.includes(lastLogin) ? lastLogin : demonstration?.logins[0]?.login ?? status.logins[0] ?? '');
  const [passphrase, setPassphrase] = useState(demonstration?.passphrase ?? '');
  // Only what was wrong is typed anew: a missing key file or a held folder costs nobody the phrase.
  const unlock = useCommand(useCallback(async (input: Input<'session.unlock'>) => {
    const result = await registry.session.unlock(input);
    if (!result.ok && result.refusals.some(({ code }) => code === 'session.wrongPassphrase')) setPassphrase('');
    return result;
  }, []));
  const [toRead, setToRead] = useState(false);
  const [olderHeader, setOlderHeader] = useState(false);
  const [recovering, setRecovering] = useState(false);
  const [keyFolder, setKeyFolder] = useState('');
  const wantsKeyFile = status.keyFileLogins.includes(login);
  const [wait, startWait] = useCountdown();
  const keyboard = useKeyboardState();
  const secret = useRef<HTMLInputElement>(null);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (wait > 0 || unlock.running || login === '' || passphrase === '') return;
    const opened = await unlock.run({ login, passphrase, keyFolder: wantsKeyFile && keyFolder.trim() !== '' ? keyFolder.trim() : null, ...(toRead ? { toRead } : {}), ...(olderHeader ? { olderHeader } : {}) });
    if (opened) {
      setPassphrase('');
      void rememberLogin(login);
      onOpened();
      return;
    }
    secret.current?.focus();
  };
  // Main says until when to wait by its own clock, so main's clock is asked for what is left.
  const retryAt = unlock.refusals.map((each) => each.params['retryAt']).find((each) => typeof each === 'string');
  const attempt = unlock.refusals;
  useEffect(() => {
    // Each refusal anew, also when it names the same time.
    if (retryAt === undefined || attempt.length === 0) return;
    void registry.session.status({}).then((now) => { if (now.ok) startWait(secondsBetween(now.value.now, String(retryAt))); }).catch(() => undefined);
  }, [retryAt, attempt, startWait]);
  const refusals = unlock.refusals.map((each) => ({ ...each, params: { ...each.params, seconds: wait } })).filter((each) => each.code !== 'session.tooSoon' || wait > 0);
  // The one damage beside which the rest can be opened: it is offered only once it was met.
  const headsLost = unlock.refusals.some((each) => each.code.startsWith('vault.') && String(each.params['place'] ?? '').startsWith('heads.log'));
  const headerOlder = unlock.refusals.some((each) => each.code === 'vault.rolledBack' && each.params['place'] === 'vault.json');
  const outdated = unlock.refusals.some(({ code }) => code === 'vault.outdated');
  const choices = demonstration
    ? demonstration.logins.map((each) => ({ value: each.login, label: `${each.name} — ${t(`frame.roles.${each.role}`)}` }))
    : status.logins.map((each) => ({ value: each, label: each }));

  if (recovering) return <RecoveryScreen version={status.version} accounts={status} onOpened={() => { setRecovering(false); onOpened(); }} leave={() => setRecovering(false)} />;
  return (
    <Gate title={t('session.unlock.title')} demonstration={status.demonstration} version={status.version}>
      <HeaderNote status={status} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key that sends every form; at the door Enter does as well */}
      <form className={styles['form']} onSubmit={(event) => void submit(event)} onKeyDown={(event) => { if (isPressed('save', event.nativeEvent)) void submit(event); }}>
        {choices.length > 0
          ? <Choice label={t('session.login')} choices={choices} value={login} onChange={(next) => setLogin(next ?? '')} required />
          : <TextField label={t('session.login')} value={login} onChange={setLogin} required />}
        <SecretField label={t('session.passphrase')} value={passphrase} onChange={setPassphrase} onKeyDown={keyboard.watch} inputRef={secret} takesFocus required />
        <KeyboardHints caps={keyboard.caps} script={keyboard.script} />
        {wantsKeyFile && <KeyFilePlace folder={keyFolder} onFolder={setKeyFolder} />}
        {demonstration && <p className={styles['muted']}>{t('session.demonstration.filledIn')}</p>}
        {wait > 0 ? <p role="timer" className={styles['caps']}>{t('session.unlock.wait', { count: wait })}</p> : null}
        <RefusalList refusals={refusals} />
        {(toRead || headsLost) && <CheckField label={t('session.unlock.toRead')} description={t('session.unlock.toReadWhat')} value={toRead} onChange={setToRead} />}
        {(olderHeader || headerOlder) && <CheckField label={t('session.unlock.olderHeader')} description={t('session.unlock.olderHeaderWhat')} value={olderHeader} onChange={setOlderHeader} />}
        <ErrorNote fault={unlock.fault} />
        {outdated && <MigrateOffer login={login} passphrase={passphrase} keyFolder={keyFolder.trim() === '' ? null : keyFolder.trim()} onDone={() => secret.current?.focus()} />}
        <Button type="submit" tone="main" busy={unlock.running} disabled={wait > 0 || login === '' || passphrase === ''} shortcut="save" full>{t('session.unlock.open')}</Button>
        <div className={styles['row']}>
          <Button tone="quiet" onClick={() => setRecovering(true)}>{t('recovery.open.begin')}</Button>
          <span className={styles['muted']}>
            {status.lastUnlock ? t('session.unlock.last', { at: showDateTime(status.lastUnlock.at), login: status.lastUnlock.login }) : ''}
          </span>
          {status.demonstration
            ? <Button tone="quiet" onClick={leave}>{t('session.demonstration.leave')}</Button>
            : <Button tone="quiet" onClick={demonstrate}>{t('session.demonstration.open')}</Button>}
        </div>
      </form>
    </Gate>
  );
}
