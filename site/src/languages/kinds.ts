import type { accreditationStages } from '@newsroom/shared/accreditation';
import type { eventKinds, eventPhases } from '@newsroom/shared/event';
import type { organisationKinds } from '@newsroom/shared/observer-organisation';
import type { correctionKinds, releaseKinds } from '@newsroom/shared/press-release';

export type ReleaseKind = (typeof releaseKinds)[number];
export type EventKind = (typeof eventKinds)[number];
export type EventPhase = (typeof eventPhases)[number];
export type OrganisationKind = (typeof organisationKinds)[number];
export type AccreditationStage = (typeof accreditationStages)[number];
export type CorrectionKind = (typeof correctionKinds)[number];
