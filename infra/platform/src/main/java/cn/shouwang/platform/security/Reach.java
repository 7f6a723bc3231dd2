package cn.shouwang.platform.security;

/// What a caller of a right role meets outside their division. Written in lower case in the
/// [AccessTable].
public enum Reach {
    /// A list or count, cut to the caller's division: there is nothing outside it.
    ROWS,
    /// One thing, not found outside the caller's division.
    ONE,
    /// An act or question about a place, refused with [OutOfDivision] outside the caller's division.
    PLACE,
    /// Has no place: the same for everyone of these roles.
    ALL,
    /// Needs no sign-in, names no roles. A token that came along must be a good one all the same.
    OPEN
}
