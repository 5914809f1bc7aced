/**
 * The box of a recovery sheet lies at the gateway like any private record, and its record has the id of its person: two
 * tablets that make a sheet each make siblings, and neither sheet stops another from opening (ADR 0022).
 */
export const recoveryOperations = { keep: 'recovery.keep' } as const;
/** Person stream: `StoredRecord`; id: its place, one for each sheet. */
export const recoveryRecords = { sheet: 'recovery.sheet' } as const;
