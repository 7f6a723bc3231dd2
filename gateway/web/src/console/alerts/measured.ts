import type { Shape } from '@/shared/api/client'
import { yuan } from '@/shared/time'

export type Alert = Shape<'monitoring.alert.worklist.AlertList.Entry'>

/** Offices that judge an alert; their heads and the auditor look on. */
export const JUDGES: readonly string[] = ['TOWN_OFFICE', 'COUNTY_OFFICER']

/** The most that are closed at a time. */
export const MOST = 500

type Say = (key: string, values: Record<string, unknown>) => string

/** What was found in the unit of its rule: yuan for amounts, rows or members otherwise. */
export function measured({ measure, measured, threshold }: Alert, say: Say): string {
    if (measure === 'AMOUNT' || measure === 'TOTAL') {
        return say('alerts.amount', { found: yuan(measured), from: yuan(threshold) })
    }
    if (measure === 'NUMBER') return say('alerts.number', { found: measured, from: threshold })
    return say(measure === 'ABSENT' ? 'alerts.absent' : 'alerts.present', { found: measured })
}
