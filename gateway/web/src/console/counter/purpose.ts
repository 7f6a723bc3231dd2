import type { Shape } from '@/shared/api/client'

/** For what somebody looks at personal data; on record with the look. */
export type Purpose =
    Shape<'monitoring.report.worklist.ReportRevealController.RevealReportRequest'>['purpose']
