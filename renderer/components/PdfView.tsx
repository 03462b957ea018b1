import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler gives the address of the worker file
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../language/texts.ts';
import { IconButton } from './Button.tsx';
import { Toolbar } from './layout.tsx';
import { Note } from './notes.tsx';
import styles from './fields.module.css';

GlobalWorkerOptions.workerSrc = worker;

const scales = [0.75, 1, 1.25, 1.5, 2, 3] as const;

function PdfPage({ pdf, page, scale, label }: { readonly pdf: PDFDocumentProxy; readonly page: number; readonly scale: number; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let drawing: RenderTask | undefined;
    let wanted = true;
    void pdf.getPage(page).then((found) => {
      const place = canvas.current;
      if (!wanted || !place) return undefined;
      const sharp = window.devicePixelRatio || 1;
      const size = found.getViewport({ scale: scale * sharp * (96 / 72) });
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
  const [opened, setOpened] = useState<{ readonly of: Uint8Array; readonly pdf?: PDFDocumentProxy; readonly failed?: boolean } | undefined>();
  const [zoom, setZoom] = useState(1);
  useEffect(() => {
    let wanted = true;
    // The worker takes the buffer over; the caller's bytes stay whole.
    const task = getDocument({ data: bytes.slice(), enableXfa: false, useWasm: false, useSystemFonts: false });
    task.promise.then(
      (pdf) => { if (wanted) setOpened({ of: bytes, pdf }); },
      () => { if (wanted) setOpened({ of: bytes, failed: true }); },
    );
    return () => { wanted = false; void task.destroy(); };
  }, [bytes]);
  const shown = opened?.of === bytes ? opened : undefined;
  const pages = shown?.pdf?.numPages ?? 0;
  return (
    <div className={styles['pdf']}>
      <Toolbar label={label}>
        <IconButton icon="remove" label={t('components.pdf.narrower')} disabled={zoom === 0} onClick={() => setZoom((at) => Math.max(0, at - 1))} />
        <span>{Math.round((scales[zoom] ?? 1) * 100)} %</span>
        <IconButton icon="add" label={t('components.pdf.wider')} disabled={zoom === scales.length - 1} onClick={() => setZoom((at) => Math.min(scales.length - 1, at + 1))} />
      </Toolbar>
      {shown?.failed && <Note tone="error">{t('components.pdf.failed')}</Note>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard */}
      <section className={styles['pdfPages']} aria-label={label} tabIndex={0}>
        {shown?.pdf && Array.from({ length: pages }, (_, at) => {
          const { pdf } = shown;
          return pdf && <PdfPage key={at} pdf={pdf} page={at + 1} scale={scales[zoom] ?? 1} label={t('components.pdf.page', { page: at + 1, pages })} />;
        })}
        {text && <div className={styles['hidden']}>{text}</div>}
      </section>
    </div>
  );
}
