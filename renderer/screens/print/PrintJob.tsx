import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { singleCopyForms } from '#app/contract/documents.ts';
import type { Language } from '../../language/plurals.ts';
import { GrifBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty, ErrorNote, Note } from '../../components/notes.tsx';
import { PdfView } from '../../components/PdfView.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { bytesOf } from '../../contract/bytes.ts';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { useTexts } from '../../language/texts.ts';
import type { FormWanted } from './printJob.ts';
import { PaperSettings, type Settings } from './PaperSettings.tsx';
import { ToPrinter } from './ToPrinter.tsx';
import styles from './print.module.css';

interface Prepared { readonly printId: string; readonly number: string; readonly base64: string; readonly text: string; readonly degree: 'LOWER' | 'UPPER' | null; readonly pages: number }

const same = (a: Settings, b: Settings) => a.language === b.language && a.secondLanguage === b.secondLanguage && a.copies === b.copies;

/** Language and copies on the left, the document on the right. A change of either makes a new document, under a print number of its own. */
export function PrintJob({ of }: { readonly of: FormWanted }) {
  const { t, language } = useTexts();
  const prepare = useCommand(registry.documents.prepare);
  const first: Settings = { language: language as Language, secondLanguage: null, copies: 1 };
  const [settings, setSettings] = useState(first);
  const [shown, setShown] = useState<{ readonly made: Prepared; readonly settings: Settings } | undefined>();
  const begun = useRef(false);
  const make = async (wanted: Settings) => {
    const made = await prepare.run({ of, ...wanted, copies: wanted.copies ?? 1 });
    if (made) setShown({ made, settings: wanted });
  };
  const begin = useEffectEvent(() => void make(settings));
  useEffect(() => {
    // Each preparing is an act in the journal: once for each opening of the screen.
    if (begun.current) return;
    begun.current = true;
    begin();
  }, []);
  const bytes = useMemo(() => shown && bytesOf(shown.made.base64), [shown]);
  useScreenGrif(shown?.made.degree);
  const stale = shown !== undefined && !same(shown.settings, settings);
  const title = t(`print.form.${of.form}`);
  return (
    <div className={styles['print']}>
      <section className={styles['side']} aria-label={t('print.settings')}>
        <h2 className={styles['name']}>{title}</h2>
        {shown && <div className={styles['about']}>{shown.made.degree ? <GrifBadge degree={shown.made.degree} full /> : <span>{t('print.unclassified')}</span>}<span>{t('print.pages', { count: shown.made.pages })}</span></div>}
        <PaperSettings settings={settings} singleCopy={singleCopyForms.has(of.form)} onChange={setSettings} />
        {stale && <Note tone="warn">{t('print.stale')}</Note>}
        {(stale || !shown) && <Button tone="main" icon="refresh" busy={prepare.running} disabled={settings.copies === null} onClick={() => void make(settings)}>{t('print.prepare')}</Button>}
        <RefusalList refusals={prepare.refusals} />
        <ErrorNote fault={prepare.fault} again={() => void make(settings)} />
        {shown && !stale && <ToPrinter key={shown.made.printId} printId={shown.made.printId} number={shown.made.number} copies={shown.settings.copies ?? 1} />}
      </section>
      <div className={styles['paper']} data-stale={stale || undefined} aria-busy={prepare.running}>
        {bytes && shown ? <PdfView bytes={bytes} text={shown.made.text} label={title} />
          : <Empty icon="print">{t(prepare.running ? 'print.preparing' : 'print.notShown')}</Empty>}
      </div>
    </div>
  );
}
