import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ru from '#assets/texts/ru/refusals.json' with { type: 'json' };
import type { PartyStatusName } from '#app/agreement/party.ts';
import { decideTransfer } from './transfer.ts';
import type { Restriction } from './restriction.ts';
import { defaultTransferSettings, type TransferInput } from './transferInput.ts';
import { fictionalBodies, fictionalConsent, fictionalDecision, fictionalRestriction, jointMaterial, singleMaterial, transferInput } from './fictional.test-support.ts';

const codes = (more: Partial<TransferInput>) => {
  const decision = decideTransfer(transferInput(more));
  return decision.allowed ? [] : decision.refusals.map((refusal) => refusal.code);
};
const missing = (more: Partial<TransferInput>) => {
  const decision = decideTransfer(transferInput(more));
  return decision.allowed ? [] : decision.refusals.flatMap((refusal) => (refusal.missing === 'writtenConsent' ? [refusal.supplier?.code ?? 'hidden'] : []));
};
const consent = fictionalConsent('c1', 'UZ-01');

describe('scenario S3', () => {
  const tajik = { ...singleMaterial, id: 'tj', origin: { kind: 'single', originator: 'TJ-01' } } as const;
  const answer = fictionalConsent('c9', 'TJ-01', { materialIds: ['tj'], scope: { kind: 'body', codes: ['UZ-01'] } });

  test('allowed to the last day of the consent, then expired', () => {
    expect(decideTransfer(transferInput({ material: tajik, recipient: 'UZ-01', consents: [answer], date: '2026-06-30' }))).toEqual({
      allowed: true, row: 'T2', consents: ['c9'], second: false, confirmed: [], bound: [{ consent: 'c9', purpose: 'verification', conditions: '' }],
    });
    expect(codes({ material: tajik, recipient: 'UZ-01', consents: [answer], date: '2026-07-01' })).toEqual(['consent.expired']);
  });
  test('one-sided: the other way remains closed', () => expect(codes({ recipient: 'TJ-01', consents: [answer] })).toEqual(['consent.missing']));
  test('another body cannot consent for TJ-01', () => {
    expect(codes({ material: tajik, recipient: 'UZ-01', consents: [{ ...answer, grantor: 'KZ-01' }] })).toEqual(['consent.missing']);
  });
});

test('scenario S4: the consent to the parent does not extend to its supplement', () => {
  expect(codes({ consents: [consent] })).toEqual([]);
  expect(codes({ material: { ...singleMaterial, id: 's' }, consents: [consent] })).toEqual(['consent.missing']);
});

describe('scenario S5', () => {
  test('to KG-01 and to AZ-01: the consents of all three and the director', () => {
    for (const recipient of ['KG-01', 'AZ-01']) {
      expect(missing({ material: jointMaterial, recipient })).toEqual(['UZ-01', 'TJ-01', 'RU-01']);
      expect(codes({ material: jointMaterial, recipient, directorDecision: null })).toContain('director.decisionMissing');
    }
  });
  test('to UZ-01: those of the other two', () => expect(missing({ material: jointMaterial, recipient: 'UZ-01' })).toEqual(['TJ-01', 'RU-01']));
  test('to an observer: of all authorised bodies, the missing ones listed', () => {
    expect(missing({ material: jointMaterial, recipient: 'OB-01' })).toEqual(['AZ-01', 'KG-01', 'KZ-01', 'RU-01', 'TJ-01', 'UZ-01', 'UZ-02']);
    expect(codes({ material: jointMaterial, recipient: 'OB-01', directorDecision: null })).toContain('director.observerApprovalMissing');
  });
  test('a carrier marked below its sources is not dispatched', () => {
    expect(codes({ material: { ...jointMaterial, degree: 'LOWER' }, recipient: 'KG-01' })).toContain('grif.belowSources');
  });
});

describe('what the officer may not know', () => {
  const visibleBodies = ['UZ-01', 'KG-01'];
  test('hidden contributors become one neutral refusal, whatever their number', () => {
    const decision = decideTransfer(transferInput({ material: jointMaterial, visibleBodies }));
    expect(decision.allowed).toBe(false);
    if (decision.allowed) return;
    expect(decision.refusals.map((refusal) => refusal.code)).toEqual(['consent.missing', 'consent.missingHidden']);
    expect(JSON.stringify(decision)).not.toMatch(/TJ|RU-01/);
  });
  test('nor does a hidden restriction say whose it is, nor a used consent what it said', () => {
    const restrictions = [
      fictionalRestriction({ kind: 'noTransfer' }, { materialId: 's2', setBy: 'TJ-01', instruction: { number: '09-77', date: '2026-05-20' } }),
      fictionalRestriction({ kind: 'noCopy' }, { id: 'x2', materialId: 'k', setBy: 'RU-01' }),
    ];
    const consents = ['UZ-01', 'TJ-01', 'RU-01'].map((body) => fictionalConsent(`c-${body.slice(0, 2).toLowerCase()}`, body, { purpose: `purpose of ${body}` }));
    const refused = decideTransfer(transferInput({ material: jointMaterial, visibleBodies, restrictions, consents, directorDecision: fictionalDecision({ confirmedPurposes: consents.map(({ id }) => id) }) }));
    expect(refused).toMatchObject({ allowed: false, refusals: [{ code: 'restriction.forbidsHidden' }] });
    expect(JSON.stringify(refused)).not.toMatch(/TJ|RU|09-77/);
    const allowed = decideTransfer(transferInput({ material: jointMaterial, visibleBodies, consents, directorDecision: fictionalDecision({ confirmedPurposes: consents.map(({ id }) => id) }) }));
    expect(allowed).toMatchObject({ allowed: true, bound: [{ consent: 'c-uz' }] });
    expect(JSON.stringify(allowed)).not.toMatch(/purpose of (TJ|RU)/);
  });
  test('the list of Art. 12 names the bodies of the directory, which tells nothing, and no hidden one beyond it', () => {
    const bodies = fictionalBodies.map((body) => (body.code === 'RU-01' ? { ...body, listedTo: '2026-05-01' } : body));
    const decision = decideTransfer(transferInput({ material: jointMaterial, recipient: 'OB-01', bodies, visibleBodies: [] }));
    expect(JSON.stringify(decision)).not.toContain('RU-01');
    expect(missing({ material: jointMaterial, recipient: 'OB-01', bodies, visibleBodies: [] })).toEqual(['AZ-01', 'KG-01', 'KZ-01', 'hidden', 'TJ-01', 'UZ-01', 'UZ-02']);
    expect(missing({ material: jointMaterial, recipient: 'OB-01', visibleBodies: [], settings: { ...defaultTransferSettings, requireConsentWithinState: true, jointConsentScope: 'contributors' } })).toEqual(['hidden']);
  });
});

describe('successors (R3.4)', () => {
  const bodies = fictionalBodies.map((body) => (body.code === 'UZ-01' ? { ...body, listedTo: '2026-05-31', successor: 'UZ-02' } : body));
  test('hold the rights and receive without consent', () => {
    expect(decideTransfer(transferInput({ bodies, recipient: 'UZ-02' }))).toMatchObject({ allowed: true, row: 'T1' });
    expect(missing({ bodies })).toEqual(['UZ-02']);
  });
  test('an earlier consent of the predecessor passed on; that of a stranger did not', () => {
    expect(codes({ bodies, consents: [consent] })).toEqual([]);
    expect(codes({ bodies, consents: [{ ...consent, grantor: 'UZ-02' }] })).toEqual([]);
    expect(codes({ bodies: fictionalBodies.map((body) => (body.code === 'AZ-01' ? { ...body, successor: 'UZ-01' } : body)), consents: [{ ...consent, grantor: 'AZ-01' }] })).toEqual(['consent.missing']);
  });
});

describe('always', () => {
  const consents = [consent];
  test('the nearest consent says what is wrong with it', () => {
    expect(codes({ consents: [{ ...consent, scope: { kind: 'body', codes: [] } }] })).toEqual(['consent.emptyScope']);
    expect(codes({ consents: [{ ...consent, revokedAt: '2026-05-30' }, { ...consent, id: 'c0', materialIds: ['z'] }] })).toEqual(['consent.revoked']);
    expect(codes({ recipient: 'UZ-02' })).toEqual(['consent.missingWithinState']);
    expect(codes({ recipient: 'UZ-02', settings: { ...defaultTransferSettings, requireConsentWithinState: false, jointConsentScope: 'all' } })).toEqual([]);
  });
  test('of several consents the first by id is used', () => {
    expect(decideTransfer(transferInput({ consents: [{ ...consent, id: 'c2' }, consent] }))).toMatchObject({ consents: ['c1'] });
  });
  test('channel', () => {
    expect(codes({ consents, channel: 'pigeon' })).toEqual(['channel.notAgreed']);
    expect(codes({ consents, channel: 'post', material: { ...singleMaterial, degree: 'UPPER' } })).toEqual(['channel.tooLow']);
  });
  test('grif', () => {
    expect(codes({ consents, material: { ...singleMaterial, degree: 'ДСП' } })).toEqual(['grif.unknown']);
    expect(codes({ consents, material: { ...singleMaterial, sourceDegrees: [] } })).toEqual(['grif.unknown']);
    expect(codes({ consents, material: { ...singleMaterial, sourceDegrees: ['high'] } })).toEqual(['grif.unknown']);
  });
  test('clearance of a person addressed by name', () => {
    expect(codes({ consents, addresseeClearance: { confirmed: null } })).toEqual(['clearance.addresseeMissing']);
    expect(codes({ consents, addresseeClearance: { confirmed: 'any' } })).toEqual(['clearance.addresseeMissing']);
    expect(codes({ consents, addresseeClearance: { confirmed: 'LOWER' } })).toEqual([]);
    expect(codes({ consents, addresseeClearance: { confirmed: 'LOWER' }, material: { ...singleMaterial, degree: 'UPPER' } })).toEqual(['clearance.addresseeTooLow']);
  });
  test('what an originator forbids others it does not forbid itself (T1); others bind it still', () => {
    const own: readonly Restriction['rule'][] = [
      { kind: 'noTransfer' }, { kind: 'onlyTo', bodies: ['KG-01'], states: [] }, { kind: 'notTo', bodies: [], states: ['UZ'] }, { kind: 'purpose', text: 'analysis' },
    ];
    for (const rule of own) {
      expect(codes({ recipient: 'UZ-01', restrictions: [fictionalRestriction(rule)] })).toEqual([]);
      expect(codes({ recipient: 'UZ-01', restrictions: [fictionalRestriction(rule, { setBy: 'TJ-01' })] })).toHaveLength(1);
      expect(codes({ recipient: 'KZ-01', restrictions: [fictionalRestriction(rule)] })).toContain(rule.kind === 'purpose' ? 'restriction.purposeDiffers' : rule.kind === 'notTo' ? 'consent.missing' : 'restriction.forbids');
    }
    const given = ['TJ-01', 'RU-01'].map((body) => fictionalConsent(`c-${body}`, body, { scope: { kind: 'body', codes: ['UZ-01'] } }));
    const ofSource = (setBy: string, materialId: string) => codes({ material: jointMaterial, recipient: 'UZ-01', consents: given, restrictions: [fictionalRestriction({ kind: 'noTransfer' }, { setBy, materialId })] });
    expect(ofSource('UZ-01', 's1')).toEqual([]);
    expect(ofSource('TJ-01', 's2')).toEqual(['restriction.forbids']);
  });
  test('its rights pass with it to the successor, to nobody else of its State', () => {
    const bodies = fictionalBodies.map((body) => (body.code === 'UZ-01' ? { ...body, listedTo: '2026-05-31', successor: 'UZ-02' } : body));
    const restrictions = [fictionalRestriction({ kind: 'noTransfer' })];
    expect(codes({ bodies, recipient: 'UZ-02', restrictions })).toEqual([]);
    expect(codes({ recipient: 'UZ-02', restrictions, consents: [{ ...consent, scope: { kind: 'body', codes: ['UZ-02'] } }] })).toEqual(['restriction.forbids']);
  });
  test('that no copy be made binds also on the way back, and every restriction only while in force', () => {
    const restrictions = [fictionalRestriction({ kind: 'noCopy' })];
    expect(codes({ recipient: 'UZ-01', restrictions })).toEqual(['restriction.noCopy']);
    expect(codes({ recipient: 'UZ-01', restrictions, copy: false })).toEqual([]);
    expect(codes({ recipient: 'UZ-01', restrictions, date: '2026-05-19' })).toEqual([]);
    const purpose = [fictionalRestriction({ kind: 'purpose', text: 'analysis' })];
    expect(codes({ consents, restrictions: purpose })).toEqual(['restriction.purposeDiffers']);
    expect(codes({ consents, restrictions: purpose, confirmedPurposes: ['x1'] })).toEqual([]);
    expect(decideTransfer(transferInput({ consents, restrictions: purpose, confirmedPurposes: ['x1', 'x7'] }))).toMatchObject({ allowed: true, confirmed: ['x1'] });
  });
  test('a consent to another purpose is none until whoever decides confirms that it is the same', () => {
    const press = { consents, purpose: 'the press' };
    expect(codes(press)).toEqual(['consent.purposeDiffers']);
    const refused = decideTransfer(transferInput(press));
    expect(refused).toMatchObject({ refusals: [{ params: { paper: 'c1', number: '09-44', purpose: 'verification', body: 'UZ-01' }, supplier: { kind: 'officer' } }] });
    expect(decideTransfer(transferInput({ ...press, confirmedPurposes: ['c1'] }))).toMatchObject({ allowed: true, confirmed: ['c1'] });
    expect(codes({ ...press, directorDecision: fictionalDecision({ purpose: 'the press', confirmedPurposes: ['c1'] }) })).toEqual(['consent.purposeDiffers']);
  });
  test('for what was created in cooperation, and for an observer, the director confirms and not the officer', () => {
    const purpose = 'a check';
    const given = ['UZ-01', 'TJ-01', 'RU-01'].map((body) => fictionalConsent(`c-${body}`, body));
    const ids = given.map(({ id }) => id);
    const joint = { material: jointMaterial, consents: given, purpose, directorDecision: fictionalDecision({ purpose }) } as const;
    expect(codes({ ...joint, confirmedPurposes: ids })).toEqual(['consent.purposeDiffers', 'consent.purposeDiffers', 'consent.purposeDiffers']);
    expect(decideTransfer(transferInput(joint))).toMatchObject({ refusals: [{ supplier: { kind: 'director' } }, {}, {}] });
    expect(decideTransfer(transferInput({ ...joint, directorDecision: fictionalDecision({ purpose, confirmedPurposes: ids }) }))).toMatchObject({ allowed: true, confirmed: ids });
    const observer = { recipient: 'OB-01', consents: [{ ...consent, scope: { kind: 'observer', codes: ['OB-01'] } }], purpose, confirmedPurposes: ['c1'] } as const;
    expect(codes({ ...observer, directorDecision: fictionalDecision({ purpose }) })).toEqual(['consent.purposeDiffers']);
    expect(codes({ ...observer, directorDecision: fictionalDecision({ purpose, confirmedPurposes: ['c1'] }) })).toEqual([]);
    const everyone = ['AZ-01', 'KG-01', 'KZ-01', 'RU-01', 'TJ-01', 'UZ-01', 'UZ-02'].map((body) => fictionalConsent(`c-${body}`, body, { scope: { kind: 'observer', codes: ['OB-01'] } }));
    expect(new Set(codes({ ...joint, recipient: 'OB-01', consents: everyone }))).toEqual(new Set(['consent.purposeDiffers']));
    expect(new Set(codes({ ...joint, recipient: 'OB-01', consents: everyone, visibleBodies: [] }))).toEqual(new Set(['consent.purposeDiffers']));
  });
  test('whose consent it is, is not told to who may not know it, whatever is wrong with its purpose', () => {
    const given = ['UZ-01', 'TJ-01', 'RU-01'].map((body) => fictionalConsent(`c-${body}`, body));
    const decision = decideTransfer(transferInput({ material: jointMaterial, consents: given, purpose: 'a check', directorDecision: fictionalDecision({ purpose: 'a check' }), visibleBodies: ['UZ-01'] }));
    expect(decision).toMatchObject({ refusals: [{ code: 'consent.purposeDiffers' }, { code: 'consent.missingHidden' }] });
    expect(JSON.stringify(decision)).not.toMatch(/TJ|RU/);
  });
  test('a director\'s decision is good once, for its term and for its purpose', () => {
    const joint = { material: jointMaterial, consents: ['UZ-01', 'TJ-01', 'RU-01'].map((body) => fictionalConsent(`c-${body}`, body)) } as const;
    const by = (more: Parameters<typeof fictionalDecision>[0]) => codes({ ...joint, directorDecision: fictionalDecision(more) });
    expect(by({})).toEqual([]);
    expect(by({ purpose: null, validTo: '2026-06-01' })).toEqual([]);
    expect(by({ used: true })).toEqual(['director.decisionUsed']);
    expect(by({ validTo: '2026-05-31' })).toEqual(['director.decisionExpired']);
    expect(by({ validTo: 'x' })).toEqual(['director.decisionExpired']);
    expect(by({ purpose: 'the press' })).toEqual(['director.decisionPurposeDiffers']);
    const { statuses } = transferInput();
    expect(codes({ recipient: 'OB-01', statuses, directorDecision: fictionalDecision({ used: true }) })).toContain('director.decisionUsed');
  });
  test('a director\'s decision must be written and made before dispatch', () => {
    const joint = { material: jointMaterial, recipient: 'UZ-01' } as const;
    for (const directorDecision of [null, fictionalDecision({ number: ' ' }), fictionalDecision({ date: 'x' }), fictionalDecision({ date: '2026-06-02' })]) {
      expect(codes({ ...joint, directorDecision })).toContain('director.decisionMissing');
    }
  });
  test('everything against it is said at once, in order', () => {
    expect(codes({
      recipient: 'KG-09', channel: 'x', purpose: '', restrictions: [fictionalRestriction({ kind: 'noTransfer' })], material: { ...singleMaterial, degree: '?', admitted: false, frozenBy: 'I-1' },
      statuses: {}, addresseeClearance: { confirmed: null },
    })).toEqual([
      'body.notListed', 'party.statusUnknown', 'restriction.forbids', 'grif.unknown', 'channel.notAgreed', 'clearance.addresseeMissing', 'purpose.missing', 'material.notAdmitted', 'material.frozen',
    ]);
  });
});

describe('fails closed', () => {
  test('nobody behind the material', () => {
    expect(codes({ material: { ...singleMaterial, origin: { kind: 'single', originator: '' } } })).toContain('material.originatorUnknown');
    expect(codes({ material: { ...singleMaterial, origin: { kind: 'single', originator: 'ZZ-01' } } })).toContain('material.originatorUnknown');
    expect(codes({ material: { ...singleMaterial, origin: { kind: 'joint', contributors: [] } } })).toContain('material.originatorUnknown');
  });
  test('an unreal date, an unknown recipient, a body of no State', () => {
    expect(codes({ date: 'tomorrow', material: jointMaterial })).toEqual(expect.arrayContaining(['date.invalid', 'body.notListed', 'director.decisionMissing']));
    expect(codes({ recipient: 'ZZ-99' })).toEqual(['body.unknown']);
    const stateless = fictionalBodies.map((body) => (body.code === 'KG-01' ? { ...body, state: null } : body));
    expect(codes({ bodies: stateless, consents: [consent] })).toEqual(['body.notARecipient']);
    const unlisted = stateless.map((body) => (body.code === 'OB-01' || body.code === 'KG-01' ? { ...body, listedTo: '2026-05-01' } : body));
    expect(codes({ bodies: unlisted, recipient: 'OB-01' })).toEqual(['body.notListed']);
    const odd = fictionalBodies.map((body) => (body.code === 'AZ-01' ? { ...body, state: 'CENTRE' as const } : body));
    expect(missing({ material: jointMaterial, recipient: 'OB-01', bodies: odd })).not.toContain('AZ-01');
  });
  test('an observer is judged as one, even when it belongs to a State of no status', () => {
    const bodies = fictionalBodies.map((body) => (body.code === 'OB-01' ? { ...body, state: 'TM' as const } : body));
    const consents = [{ ...consent, scope: { kind: 'observer', codes: ['OB-01'] } }] as const;
    expect(decideTransfer(transferInput({ bodies, recipient: 'OB-01', consents }))).toMatchObject({ allowed: true, row: 'T5' });
    expect(codes({ bodies, recipient: 'OB-01', consents: [consent] })).toEqual(['consent.otherRecipient']);
  });
  test('whatever the status, only a bound State receives', () => {
    const status = fc.oneof(fc.constantFrom<PartyStatusName>('none', 'signed', 'notified', 'withdrawn'), fc.string().filter((text) => !['inForce', 'acceded', 'withdrawing'].includes(text)));
    fc.assert(fc.property(status, (text) => {
      const decision = decideTransfer(transferInput({ consents: [consent], statuses: JSON.parse(JSON.stringify({ UZ: 'inForce', KG: text })) }));
      expect(decision).toMatchObject({ allowed: false, row: 'T4' });
    }), { seed: 71 });
  });
  test('taking a consent away, or adding a restriction, never opens a transfer', () => {
    const all = ['UZ-01', 'TJ-01', 'RU-01'].map((body) => fictionalConsent(`c-${body}`, body));
    const restriction = fc.constantFrom(fictionalRestriction({ kind: 'noTransfer' }), fictionalRestriction({ kind: 'onlyTo', bodies: ['KG-01'], states: [] }), fictionalRestriction({ kind: 'notTo', bodies: [], states: [] }));
    fc.assert(fc.property(fc.subarray(all), fc.array(restriction), fc.boolean(), (consents, restrictions, joint) => {
      const material = joint ? jointMaterial : singleMaterial;
      const more = decideTransfer(transferInput({ material, consents: all, restrictions: [] })).allowed;
      const less = decideTransfer(transferInput({ material, consents, restrictions })).allowed;
      expect(!less || more).toBe(true);
      if (restrictions.some((one) => one.rule.kind !== 'onlyTo')) expect(less).toBe(false);
    }), { seed: 72 });
  });
});

test('what the words of a refusal ask for is given with it', () => {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = ru.codes;
  const recipients = fictionalBodies.map((body) => body.code);
  for (const recipient of [...recipients, 'ZZ-99']) for (const material of [singleMaterial, { ...jointMaterial, frozenBy: 'I-1', admitted: false }]) for (const visibleBodies of [[], recipients]) {
    const restrictions = [fictionalRestriction({ kind: 'noTransfer' }), fictionalRestriction({ kind: 'purpose', text: 'other' }, { id: 'x2' }), fictionalRestriction({ kind: 'noCopy' }, { id: 'x3' })];
    const decision = decideTransfer(transferInput({ recipient, material, visibleBodies, restrictions, channel: 'pigeon', purpose: '', directorDecision: null, statuses: { UZ: 'withdrawn', KG: 'inForce' }, addresseeClearance: { confirmed: null } }));
    if (decision.allowed) throw new Error('a refusal was expected');
    for (const { code, params } of decision.refusals) {
      const [area = '', name = ''] = code.split('.');
      for (const [, key = ''] of (words[area]?.[name] ?? '').matchAll(/\{\{(\w+)\}\}/g)) expect([code, Object.keys(params)]).toEqual([code, expect.arrayContaining([key])]);
    }
  }
});
