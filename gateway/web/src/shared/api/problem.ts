/** What a service answers when it refuses: RFC 9457, with a code of ours. */
export interface Problem {
    code: string
    title: string
    status: number
    detail?: string
    traceId?: string
    service?: string
    errors?: FieldError[]
}

/** One field that was wrong; `detail` is told in the reader's language. */
export interface FieldError {
    field: string
    code?: string
    detail?: string
}

/** A refused request. `problem.detail` is for people, `problem.code` for decisions of the page. */
export class Refused extends Error {
    constructor(readonly problem: Problem) {
        super(problem.code)
        this.name = 'Refused'
    }
}

/** No answer came at all: no network, or the gateway is away. Whether the request arrived is not known. */
export class Unreachable extends Error {
    constructor() {
        super('unreachable')
        this.name = 'Unreachable'
    }
}

export async function problemOf(answer: Response): Promise<Problem> {
    const told: unknown = await answer
        .clone()
        .json()
        .catch(() => null)
    return isProblem(told) ? told : { code: 'gateway.fault', title: '', status: answer.status }
}

function isProblem(told: unknown): told is Problem {
    return typeof told === 'object' && told !== null && 'code' in told && 'status' in told
}
