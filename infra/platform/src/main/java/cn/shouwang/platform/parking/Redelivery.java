package cn.shouwang.platform.parking;

/// A reader, or several, that can be handed a parked message again.
public interface Redelivery {

    /// Whether parcels of that reader are its own.
    boolean serves(String reader);

    /// Handles the message as if it had just arrived; throws when it still cannot be handled.
    void again(Parcel parcel);
}
