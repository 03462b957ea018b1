import { describe, expect, it } from 'vitest';
import { recoveryDue, type Account } from './due.ts';

const account = (id: string, name: string, state: Account['state'] = 'active'): Account => ({ id, name, state });
const accounts = [account('d', 'Директор Д-1'), account('s', 'Ответственный Б-1'), account('r', 'Условный Ёж Иванович'), account('a', 'аналитик А-1')];
const closed = (...ids: string[]): Account[] => accounts.map((one) => (ids.includes(one.id) ? { ...one, state: 'disabled' } : one));
const arranged = { holders: ['Иванович  условный Еж', 'Держатель Второй'], by: 'd', second: 's', left: [] as string[] };

describe('the reminder to arrange recovery', () => {
  it('stands while none is arranged, and not once it is', () => {
    expect(recoveryDue(undefined, accounts)).toEqual({ why: 'none', names: [] });
    expect(recoveryDue(arranged, accounts)).toBeNull();
  });
  it('comes back when the account of a holder is closed, however the name was written', () => {
    expect(recoveryDue({ ...arranged, left: ['r'] }, closed('r'))).toEqual({ why: 'holderLeft', names: ['Иванович  условный Еж'] });
  });
  it('comes back when one of the two has left who had the sheets before them', () => {
    expect(recoveryDue({ ...arranged, left: ['s'] }, closed('s'))).toEqual({ why: 'arrangerLeft', names: ['Ответственный Б-1'] });
  });
  it('is not for anybody else who leaves, nor for who left before, nor for an account opened anew under the same name', () => {
    expect(recoveryDue({ ...arranged, left: ['a'] }, closed('a'))).toBeNull();
    expect(recoveryDue(arranged, closed('r', 's'))).toBeNull();
    expect(recoveryDue({ ...arranged, left: ['r'] }, [...closed('r'), account('r2', 'Ёж Условный Иванович')])).toBeNull();
    // Said to have been closed by an act without authority: the account is at work.
    expect(recoveryDue({ ...arranged, left: ['r', 's'] }, accounts)).toBeNull();
  });
});
