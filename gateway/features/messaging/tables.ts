/** The messaging feature's rows. Ids are 16 bytes, times milliseconds since 1970, flags 0 or 1, JSON is text. */
export type MessagingTables = {
  readonly messaging_contacts: ContactRow;
  readonly messaging_messages: MessageRow;
  /** Every step of every message, in order: who, what, why. Never changed. */
  readonly messaging_steps: StepRow;
  /** Members of staff who know a contact privately, and so may not decide about them. */
  readonly messaging_knows: { readonly staff: Uint8Array; readonly contact: Uint8Array };
  /** The prison's rules, from a date on. Never changed: a new version is a new row. */
  readonly messaging_policies: PolicyRow;
  /** Which version of the policy each person's tablet was told. */
  readonly messaging_policy_told: { readonly person: Uint8Array; readonly version: number };
  /** People whose messages a flagged-and-sampled policy holds, with dates. */
  readonly messaging_monitored: {
    readonly person: Uint8Array;
    readonly from_at: number;
    readonly until_at: number | null;
  };
  /** The delivery outbox to the family service; a row leaves only on its answer. */
  readonly messaging_deliveries: DeliveryRow;
  /** What the family service is to be told of each message from outside; `pushed` below `revision` is news. */
  readonly messaging_statuses: StatusRow;
  /** One for each outgoing message that was ever stopped: when its writer may ask, asked, and was answered. */
  readonly messaging_appeals: AppealRow;
};

export type ContactRow = {
  readonly id: Uint8Array;
  readonly person: Uint8Array;
  readonly name: string;
  readonly relationship: string;
  readonly handling: 'moderated' | 'privileged';
  readonly approved: number;
  /** JSON of `StaffRestriction[]`. */
  readonly restrictions: string;
  readonly invitation_sha256: string | null;
  readonly invitation_expires_at: number | null;
  readonly created_at: number;
};

export type MessageRow = {
  readonly id: Uint8Array;
  readonly person: Uint8Array;
  readonly contact: Uint8Array;
  readonly direction: 'out' | 'in';
  readonly body: string;
  readonly body_sha256: string;
  readonly written_at: number;
  readonly received_at: number;
  readonly state: string;
  /** JSON of the states it has been in. */
  readonly history: string;
  readonly receipt: string | null;
  readonly reason: string | null;
  readonly refusal: string | null;
  readonly remark: string | null;
  readonly read_at: number | null;
  /** JSON of `Flag[]`. */
  readonly flags: string;
  /** As detect-language.ts told it; null: it could not, or the message is older. */
  readonly language: string | null;
  readonly held_for: string | null;
  readonly desk: string | null;
  readonly claim_staff: Uint8Array | null;
  readonly claim_until: number | null;
  /** JSON of `StopProposal`. */
  readonly proposal: string | null;
  readonly handed_over_at: number | null;
  /** 1 while words of self-harm have been seen by nobody of safer custody. */
  readonly alert_open: number;
};

export type StepRow = {
  readonly message: Uint8Array;
  readonly step: number;
  readonly action: string;
  readonly at: number;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly reason: string | null;
  readonly desk: string | null;
  readonly note: string | null;
};

export type PolicyRow = {
  readonly version: number;
  readonly effective_from: number;
  /** JSON of `Holding`. */
  readonly holding: string;
  readonly max_characters: number;
  readonly per_week: number | null;
  /** Days in which the writer of a stopped message may ask for another look. */
  readonly appeal_days: number;
  /** Working days in which they are answered. */
  readonly appeal_answer_days: number;
  readonly created_by: string;
  readonly created_at: number;
};

export type DeliveryRow = {
  readonly message: Uint8Array;
  readonly contact: Uint8Array;
  readonly released_at: number;
  readonly attempts: number;
  readonly next_attempt_at: number;
};

export type StatusRow = {
  readonly message: Uint8Array;
  readonly state: string;
  readonly reason: string | null;
  readonly at: number;
  readonly revision: number;
  readonly pushed: number;
};

export type AppealRow = {
  readonly message: Uint8Array;
  readonly state: string;
  readonly open_until: number;
  readonly words: string | null;
  readonly asked_at: number | null;
  readonly answer_by: number | null;
  readonly answered_at: number | null;
  readonly answered_by: Uint8Array | null;
  readonly answer: string | null;
  readonly remark: string | null;
};
