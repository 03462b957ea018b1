import type { Page } from '@playwright/test';
import type { Input } from '#app/contract/index.ts';
import { generateMaterials } from '#tests/bench/generate.ts';
import { expect } from './fixture.ts';
import { registerS1, s2Text, type World } from './registry-world.ts';

type Draft = Input<'materials.register'>;

/** A draft with nothing in it but what main asks for; everything in it is fictional. */
export const draft = (packageId: string, more: Partial<Draft>): Draft => ({
  packageId, senderNumber: '1/1', senderDate: '2026-05-01', basis: 'initiative', requestId: null,
  carrier: { kind: 'paper', number: '', copyNo: 1, copies: 1, sheets: 1, markingPlace: 'carrier' },
  asReceived: { marking: 'Секретно', code: '', attributes: [], text: '', language: 'ru' },
  degree: 'LOWER', higherReason: '', markingReadAs: null, evaluation: { typed: '', sourceKind: null }, restrictions: [], personalData: false, summary: '', attachments: [], supplementOf: null, ...more,
});

export async function packageFrom({ ask, clock }: World, body: string): Promise<string> {
  const { packageId } = await ask('incoming.register', {
    sender: { kind: 'listed', body }, outerNumber: `П-${body}`, channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: clock.now(), remarks: '', sealedHash: null,
  });
  return packageId;
}

/** S1, the similar S2, the supplement S4 and a material of a State that is not in force (S7); the officer is `r1`. */
export async function registerScenarios(world: World) {
  const { ask } = world;
  const s1 = await registerS1(world);
  const s2 = await ask('materials.register', draft(await packageFrom(world, 'TJ-01'), {
    senderNumber: '09-31', asReceived: { marking: 'МАХФӢ', code: 'C3', attributes: [{ name: 'Навъи хабар', value: 'мошини боркаш' }], text: s2Text, language: 'tg' },
    evaluation: { typed: 'С3', sourceKind: 'citizen' }, summary: 'Грузовая машина у условного поста',
  }));
  await ask('links.decide', { materialId: s2.materialId, otherId: s1.materialId, decision: 'similar', reason: 'один пост, один день' });
  const s4 = await ask('materials.register', draft(await packageFrom(world, 'UZ-01'), {
    senderNumber: '4/131', asReceived: { marking: 'MUTLAQO MAXFIY', code: 'A1', attributes: [], text: 'Qoʻshimcha maʼlumot (4/118 ga): haydovchi shartli „Bekobod-3“ tomon ketgan.', language: 'uz' },
    degree: 'UPPER', evaluation: { typed: 'A1', sourceKind: 'law_enforcement_officer' }, supplementOf: s1.materialId, personalData: true,
  }));
  const s7 = await ask('materials.register', draft(await packageFrom(world, 'TM-01'), {
    senderNumber: '3/15', asReceived: { marking: 'Секретно', code: '', attributes: [], text: 'Synag nusgasy: şertli „Garagum-3“ nokady barada maglumat.', language: 'tk' },
  }));
  return { s1, s2, s4, s7 };
}

/** So many generated materials more, of all bodies that may send. */
export async function registerGenerated(world: World, count: number): Promise<void> {
  const packages = new Map<string, string>();
  for (const each of generateMaterials({ count: count * 2, seed: 7 })) {
    if (each.originator === 'TM-01' || each.originator === 'KZ-02') continue;
    const packageId = packages.get(each.originator) ?? await packageFrom(world, each.originator);
    packages.set(each.originator, packageId);
    await world.ask('materials.register', draft(packageId, {
      senderNumber: each.senderNumber, senderDate: '2026-05-10', basis: 'initiative', personalData: each.personalData, degree: each.degree, summary: each.summary,
      asReceived: { marking: each.marking, code: each.evaluationTyped, attributes: [], text: each.text, language: each.language },
      evaluation: { typed: each.evaluationTyped, sourceKind: each.sourceKind },
    }));
    count -= 1;
    if (count === 0) return;
  }
}

/** The list of materials, from the menu by keyboard; its first answer is there. */
export async function openMaterials(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Материалы', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Материалы' })).toHaveAttribute('aria-busy', 'false');
}
