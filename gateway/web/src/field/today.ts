import { api, told, type Shape } from '@/shared/api/client'
import { standing, type Other } from './visit'

type File = Shape<'monitoring.household.file.HouseholdFile.Whole'>
type Row = Shape<'monitoring.helper.visits.VisitList.Entry'>

/** A household to be visited, as it is taken along: names stay masked as the service gives them. */
export interface Household {
    household: string
    division: string
    place: string
    head: string
    members: { member: string; name: string; relation: string }[]
    /** by when the next visit is due */
    visitBy: string | null
    overdue: boolean
    /** it is this helper's own */
    mine: boolean
    /** it stands on the list of what is to be done */
    todo: boolean
    lastOn: string | null
}

/** What was taken along, and when. */
export interface List {
    takenAt: string
    households: Household[]
}

const MOST = 60 // households: more than a helper has, and a list that a phone loads on a hillside
const AT_ONCE = 4
const PAGE = 100

const file = async (household: string): Promise<File> =>
    (await told(
        api.GET(
            `/api/monitoring/households/${encodeURIComponent(household)}/file` as '/api/monitoring/households/{household}/file',
            {} as never,
        ),
    )) as File

/** The visits on file of a household. */
export const filed = async (household: string): Promise<Other[]> => standing((await file(household)).visits)

async function pages<E>(read: (page: number) => Promise<{ items: E[]; total: number }>): Promise<E[]> {
    const found: E[] = []
    for (let page = 1; ; page++) {
        const { items, total } = await read(page)
        found.push(...items)
        if (items.length === 0 || found.length >= total) return found
    }
}

const dueFirst = (one: Household, other: Household): number =>
    Number(other.mine || other.todo) - Number(one.mine || one.todo) ||
    (one.visitBy ?? '9999').localeCompare(other.visitBy ?? '9999') ||
    one.household.localeCompare(other.household)

/** Today's list, with what is needed at each door. */
export async function take(
    account: string,
    placeOf: (division: string) => Promise<string>,
    now: () => string = () => new Date().toISOString(),
): Promise<List> {
    const [todo, rows] = await Promise.all([
        pages((page) => told(api.GET('/api/monitoring/todo', { params: { query: { page, size: PAGE } } }))),
        pages((page) => told(api.GET('/api/monitoring/visits', { params: { query: { page, size: PAGE } } }))),
    ])
    const due = new Map(todo.filter((one) => one.step === 'VISIT_HOUSEHOLD').map((one) => [one.subject, one]))
    const chosen = rows
        .map((row) => bare(row, account, due.get(row.household)?.dueOn ?? null, due.has(row.household)))
        .sort(dueFirst)
        .slice(0, MOST)
    for (let from = 0; from < chosen.length; from += AT_ONCE)
        await Promise.all(chosen.slice(from, from + AT_ONCE).map((one) => complete(one, placeOf)))
    return { takenAt: now(), households: chosen }
}

const bare = (row: Row, account: string, dueOn: string | null, due: boolean): Household => ({
    household: row.household,
    division: row.division,
    place: '',
    head: '',
    members: [],
    visitBy: row.visitBy ?? dueOn,
    overdue: row.overdue,
    mine: row.account === account,
    todo: due,
    lastOn: row.lastOn ?? null,
})

async function complete(one: Household, placeOf: (division: string) => Promise<string>): Promise<void> {
    const [known, place] = await Promise.all([file(one.household), placeOf(one.division)])
    one.place = place
    one.members = known.members
        .filter((member) => !member.goneOn && !member.mergedInto.length)
        .map(({ member, name, relation }) => ({ member, name, relation }))
    one.head = one.members.find((member) => member.relation === 'HEAD')?.name ?? one.members[0]?.name ?? ''
}
