import { certificateRecorded, checkRecorded, responsibleAppointed, responsibleEnded, staffCheckRecorded } from '#app/checks/acts.ts';
import { appointmentRefusals, certificateRefusals, checkRefusals, staffCheckRefusals } from '#app/checks/refusals.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { found, refuseIfAny } from '../../refused.ts';
import { appointmentsOf } from '../../vault/queries/checks.ts';
import { officersOf } from '../../vault/queries/officers.ts';

const officerOf = ({ vault }: Context, officerId: string) => found(officersOf(vault.registry).find(({ id, state }) => id === officerId && state === 'active'), 'officer.notFound');

const record: Handler<'checks.record'> = (check, { vault, clock, newId }) => {
  refuseIfAny(checkRefusals(check, today(clock)));
  const id = newId();
  vault.commit([actOf(checkRecorded, id, { ...check, id }, [])]);
  return { checkId: id };
};

const recordStaff: Handler<'checks.recordStaff'> = (check, context) => {
  const { vault, clock, newId } = context;
  officerOf(context, check.officerId);
  refuseIfAny(staffCheckRefusals(check, today(clock)));
  const id = newId();
  vault.commit([actOf(staffCheckRecorded, id, { ...check, id }, [])]);
  return { checkId: id };
};

const recordCertificate: Handler<'checks.recordCertificate'> = (certificate, { vault, newId }) => {
  refuseIfAny(certificateRefusals(certificate));
  const id = newId();
  vault.commit([actOf(certificateRecorded, id, { ...certificate, id }, [])]);
  return { certificateId: id };
};

const appoint: Handler<'checks.appoint'> = (appointment, context) => {
  const { vault, clock, newId } = context;
  refuseIfAny(appointmentRefusals(appointment, officerOf(context, appointment.officerId).role, today(clock)));
  const id = newId();
  vault.commit([actOf(responsibleAppointed, id, { ...appointment, id }, [])]);
  return { appointmentId: id };
};

const endAppointment: Handler<'checks.endAppointment'> = ({ appointmentId, reason }, { vault }) => {
  found(appointmentsOf(vault.registry).find(({ id, ended }) => id === appointmentId && ended === null), 'responsible.notFound');
  vault.commit([actOf(responsibleEnded, appointmentId, { id: appointmentId, reason }, [])]);
  return {};
};

export const checksActs = { 'checks.record': record, 'checks.recordStaff': recordStaff, 'checks.recordCertificate': recordCertificate, 'checks.appoint': appoint, 'checks.endAppointment': endAppointment };
