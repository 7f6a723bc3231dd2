package cn.shouwang.platform.event;

/// Something that belongs to a place.
///
/// Every stored event is placed. The store refuses an event outside the actor's division, so a
/// handler that forgot to ask cannot write there, and every row of a read model can carry the
/// division by which lists are filtered.
public interface Placed {

    /// Division code: 6 digits for the county, 9 for a town, 12 for a village.
    String division();
}
