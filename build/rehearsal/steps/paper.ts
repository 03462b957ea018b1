import type { Answer } from '#app/contract/index.ts';
import type { Stage } from '../stage.ts';

type Form = 'P1' | 'P2' | 'P3' | 'P4' | 'P6' | 'P9' | 'P17';

/** Opens the preview of a form, waits until its pages are drawn, leaves the PDF that was shown, and goes back. */
export async function preview({ hearing, page, keys, t, picture, keep, dismiss }: Stage, form: Form, open: () => Promise<void>): Promise<Answer<'documents.prepare'>> {
  await dismiss();
  const prepared = hearing.answer('documents.prepare');
  await open();
  const paper = await prepared;
  await page().getByRole('heading', { name: t(`print.form.${form}`) }).waitFor();
  await page().getByRole('img', { name: t('components.pdf.page', { page: 1, pages: paper.pages }) }).waitFor();
  await page().waitForFunction(() => [...document.querySelectorAll('canvas')].every((canvas) => {
    const drawn = canvas.getContext('2d')?.getImageData(0, 0, 1, 1).data[3];
    return drawn !== undefined && drawn > 0;
  }));
  await picture(`print-${form}`, `Preview of ${form}: the very bytes that would be printed`);
  keep(form, paper);
  await keys.press('Alt+ArrowLeft');
  await page().getByRole('heading', { level: 1, name: t('print.title') }).waitFor({ state: 'detached' });
  return paper;
}
