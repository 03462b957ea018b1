import { TextInput } from '@mantine/core';
import { use, useState } from 'react';
import { deskNow } from '../desk/clock.ts';
import { SessionContext } from '../frame/session.ts';
import { readTypedDate, readTypedTime, showDate } from '../language/dates.ts';
import { isCivilDate } from '#app/agreement/civilDate.ts';
import { useTexts } from '../language/texts.ts';
import { useKitProps, type FieldProps } from './TextField.tsx';

interface CivilFieldProps extends FieldProps {
  /** Civil date or time, or whatever was typed that is none: it is kept, shown as wrong, and refused on saving. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Typed({ value, onChange, read, show, placeholder, wrong, ...field }: CivilFieldProps & {
  readonly read: (typed: string) => string | undefined; readonly show: (value: string) => string; readonly wrong: string; readonly placeholder: string;
}) {
  const [typing, setTyping] = useState<string | undefined>();
  const { onBlur, ...rest } = useKitProps({ ...field, placeholder, error: field.error ?? (typing === undefined && value !== '' && read(value) === undefined ? wrong : undefined) });
  return (
    <TextInput {...rest} value={typing ?? show(value)} autoComplete="off" inputMode="numeric"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setTyping(typed);
        onChange(read(typed) ?? typed);
      }}
      onBlur={(event) => { setTyping(undefined); onBlur?.(event); }} />
  );
}

/** A civil date typed as `221126`; no calendar to click through. */
export function DateField(props: CivilFieldProps) {
  const { t } = useTexts();
  const today = use(SessionContext)?.status.now ?? deskNow();
  return <Typed {...props} read={(typed) => readTypedDate(typed, today)} show={(value) => (isCivilDate(value) ? showDate(value) : value)}
    wrong={t('components.date.wrong')} placeholder={t('components.date.placeholder')} />;
}

/** A time of day typed as `0930`. */
export function TimeField(props: CivilFieldProps) {
  const { t } = useTexts();
  return <Typed {...props} read={readTypedTime} show={(value) => value} wrong={t('components.time.wrong')} placeholder={t('components.time.placeholder')} />;
}

/** Date and time side by side; the value is `YYYY-MM-DDTHH:mm:00`, or the two parts as typed when either is wrong. */
export function DateTimeField({ value, onChange, label, timeLabel, ...field }: CivilFieldProps & { readonly timeLabel: string }) {
  const [date = '', time = ''] = value.split('T');
  const join = (nextDate: string, nextTime: string) => onChange(nextDate === '' && nextTime === '' ? '' : `${nextDate}T${/^\d\d:\d\d$/.test(nextTime) ? `${nextTime}:00` : nextTime}`);
  const shownTime = /^\d\d:\d\d:\d\d$/.test(time) ? time.slice(0, 5) : time;
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 90px', gap: 8, alignItems: 'start' }}>
      <DateField {...field} label={label} value={date} onChange={(next) => join(next, shownTime)} />
      <TimeField label={timeLabel} value={shownTime} onChange={(next) => join(date, next)} required={field.required ?? false} {...(field.onBlur ? { onBlur: field.onBlur } : {})} />
    </div>
  );
}
