export interface Fault {
    line: number
    column: number
    message: string
}

/** A line of an expression and what is wrong in it, in the order of its columns. */
export interface Checked {
    text: string
    faults: Fault[]
}

/** An expression line by line, each with its faults; one told past the end stands in the last line. */
export function checked(expression: string, faults: readonly Fault[]): Checked[] {
    const lines = expression.split('\n').map((text): Checked => ({ text, faults: [] }))
    for (const fault of faults) lines[Math.min(fault.line, lines.length) - 1]?.faults.push(fault)
    lines.forEach((line) => line.faults.sort((one, other) => one.column - other.column))
    return lines
}

/** Where a fault is in the whole text, from 0, so that the cursor can be put there. */
export function placeOf(expression: string, { line, column }: Fault): number {
    const before = expression.split('\n').slice(0, line - 1)
    return Math.min(before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1, expression.length)
}
