import { actOf } from '#app/journal/kind.ts';
import { materialAnnotated } from '#app/materials/acts.ts';
import type { Handler } from '../../context.ts';
import { located } from '../lookup.ts';

/** The block as received never changes; what the Centre has to say stands beside it, with author and date (R11.2). */
export const annotate: Handler<'materials.annotate'> = ({ materialId, text }, { vault }) => {
  const { holding } = located(vault, materialId);
  vault.commit([actOf(materialAnnotated, materialId, { id: materialId }, [{ holding, content: { id: materialId, text } }])]);
  return {};
};
