import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler gives the address of the worker file
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../language/texts.ts';
import { Button, IconButton } from './Button.tsx';
import { Toolbar } from './layout.tsx';
import { Note } from './notes.tsx';
import styles from './fields.module.css';

GlobalWorkerOptions.workerSrc = worker;

const scales = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
/** Pixels of CSS to a point of PDF. */
const perPoint = 96 / 72;
const margin = 44;

function PdfPage({ pdf, page, scale, label }: { readonly pdf: PDFDocumentProxy; readonly page: number; readonly scale: number; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let drawing: RenderTask | undefined;
    let wanted = true;
    void pdf.getPage(page).then((found) => {
      const place = canvas.current;
      if (!wanted || !place) return undefined;
      const sharp = window.devicePixelRatio || 1;
      const size = found.getViewport({ scale: scale * sharp * perPoint });
      place.width = Math.floor(size.width);
      place.height = Math.floor(size.height);
      place.style.width = `${size.width / sharp}px`;
      place.style.height = `${size.height / sharp}px`;
      drawing = found.render({ canvas: place, viewport: size });
      return drawing.promise;
    }).catch(() => undefined);
    return () => { wanted = false; drawing?.cancel(); };
  }, [pdf, page, scale]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas is drawn upon, an img is not
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

/** Shows the very bytes that will be printed (no second rendering of the form). `text` is read out in their stead. */
export function PdfView({ bytes, text, label }: { readonly bytes: Uint8Array; readonly text?: string; readonly label: string }) {
  const { t } = useTexts();
  const [opened, setOpened] = useState<{ readonly of: Uint8Array; readonly pdf?: PDFDocumentProxy; readonly width?: number; readonly failed?: boolean } | undefined>();
  const [chosen, setChosen] = useState<number | undefined>();
  const [room, setRoom] = useState(0);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    let wanted = true;
    // The worker takes the buffer over; the caller's bytes stay whole.
    const task = getDocument({ data: bytes.slice(), enableXfa: false, useWasm: false, useSystemFonts: false });
    task.promise.then(
      async (pdf) => {
        const width = (await pdf.getPage(1)).getViewport({ scale: 1 }).width;
        if (wanted) setOpened({ of: bytes, pdf, width });
      },
    ).catch(
      () => { if (wanted) setOpened({ of: bytes, failed: true }); },
    );
    return () => { wanted = false; void task.destroy(); };
  }, [bytes]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const shown = opened?.of === bytes ? opened : undefined;
  const pages = shown?.pdf?.numPages ?? 0;
  // The whole width of a sheet is in sight until the officer chooses otherwise.
  const fitting = shown?.width && room > 0 ? Math.min(1.5, Math.max(0.4, Math.floor(((room - margin) / (shown.width * perPoint)) * 100) / 100)) : undefined;
  const scale = chosen ?? fitting;
  const step = (by: 1 | -1) => setChosen((by === 1 ? scales.find((each) => each > (scale ?? 1)) : scales.findLast((each) => each < (scale ?? 1))) ?? scale);
  return (
    <div className={styles['pdf']}>
      <Toolbar label={label}>
        <IconButton icon="remove" label={t('components.pdf.narrower')} disabled={(scale ?? 1) <= scales[0]} onClick={() => step(-1)} />
        <span>{Math.round((scale ?? 1) * 100)} %</span>
        <IconButton icon="add" label={t('components.pdf.wider')} disabled={(scale ?? 1) >= 3} onClick={() => step(1)} />
        <Button tone="quiet" pressed={chosen === undefined} onClick={() => setChosen(undefined)}>{t('components.pdf.fit')}</Button>
      </Toolbar>
      {shown?.failed && <Note tone="error">{t('components.pdf.failed')}</Note>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard */}
      <section ref={place} className={styles['pdfPages']} aria-label={label} tabIndex={0}>
        {shown?.pdf && scale !== undefined && Array.from({ length: pages }, (_, at) => {
          const { pdf } = shown;
          return pdf && <PdfPage key={at} pdf={pdf} page={at + 1} scale={scale} label={t('components.pdf.page', { page: at + 1, pages })} />;
        })}
        {text && <div className={styles['hidden']}>{text}</div>}
      </section>
    </div>
  );
}
