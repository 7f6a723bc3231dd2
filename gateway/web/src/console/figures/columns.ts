import type { Shape } from '@/shared/api/client'
import { day, yuan } from '@/shared/time'
import { say } from '@/shared/words/codes'
import type { List } from './opening'

type Rows = {
    roster: Shape<'monitoring.household.roster.Roster.Monitored'>
    clues: Shape<'monitoring.clue.worklist.ClueList.Entry'>
    measures: Shape<'monitoring.assistance.measures.MeasureList.Entry'>
    visits: Shape<'monitoring.helper.visits.VisitList.Entry'>
    reports: Shape<'monitoring.report.worklist.ReportList.Entry'>
    quality: Shape<'monitoring.quality.worklist.IssueList.Entry'>
    sheets: Shape<'monitoring.awareness.coverage.Coverage.Sheets'>
}

/** A row of any of the lists; what it leads to is among these. */
export interface Row {
    division: string
    household?: string
    clue?: string
    report?: string
}

interface Column<R> {
    title: string
    says: (row: R) => string | number
}

const all = (kind: string, codes: readonly string[]): string =>
    codes.map((code) => say(kind, code)).join('、')

const columns: { [L in List]: Column<Rows[L]>[] } = {
    roster: [
        { title: 'figures.head', says: (row) => row.head },
        { title: 'figures.members', says: (row) => row.members },
        { title: 'field.state', says: (row) => say('household-state', row.monitoring) },
        { title: 'figures.category', says: (row) => say('category', row.category) },
        { title: 'figures.risks', says: (row) => all('risk', row.risks) },
        { title: 'figures.since', says: (row) => day(row.since) },
        { title: 'figures.incomePerHead', says: (row) => yuan(row.incomePerHeadFen) },
    ],
    clues: [
        { title: 'figures.name', says: (row) => row.name ?? '' },
        { title: 'figures.channel', says: (row) => say('channel', row.channel) },
        { title: 'figures.risks', says: (row) => all('risk', row.risks) },
        { title: 'field.state', says: (row) => say('clue-state', row.state) },
        { title: 'figures.due', says: (row) => day(row.dueOn) },
        { title: 'figures.outcome', says: (row) => say('clue-outcome', row.ending?.outcome) },
    ],
    measures: [
        { title: 'figures.family', says: (row) => say('family', row.family) },
        { title: 'figures.content', says: (row) => row.subItem },
        { title: 'figures.risk', says: (row) => say('risk', row.risk) },
        { title: 'field.state', says: (row) => say('measure-state', row.state) },
        { title: 'figures.start', says: (row) => day(row.start) },
        { title: 'figures.planned', says: (row) => yuan(row.amountFen) },
        { title: 'figures.delivered', says: (row) => yuan(row.deliveredFen) },
    ],
    visits: [
        { title: 'figures.helper', says: (row) => row.name ?? '' },
        { title: 'figures.since', says: (row) => day(row.monitoredSince) },
        { title: 'figures.last', says: (row) => day(row.lastOn) },
        { title: 'figures.by', says: (row) => day(row.visitBy) },
        { title: 'figures.visits', says: (row) => row.visits },
    ],
    reports: [
        { title: 'figures.name', says: (row) => row.name },
        { title: 'figures.way', says: (row) => say('way', row.way) },
        { title: 'figures.reasons', says: (row) => all('risk', row.reasons) },
        { title: 'field.state', says: (row) => say('report-state', row.state) },
        { title: 'field.on', says: (row) => day(row.on) },
    ],
    quality: [
        { title: 'figures.issue', says: (row) => row.sentence },
        { title: 'field.state', says: (row) => say('quality-state', row.state) },
        { title: 'figures.found', says: (row) => day(row.foundOn) },
        { title: 'figures.due', says: (row) => day(row.dueOn) },
    ],
    sheets: [
        { title: 'figures.sheets', says: (row) => row.households },
        { title: 'figures.of', says: (row) => row.of },
        { title: 'figures.percent', says: (row) => (row.percent == null ? '' : `${row.percent}%`) },
    ],
}

/** What each list shows of a row besides its place. */
export const COLUMNS = columns as Record<List, Column<unknown>[]>
