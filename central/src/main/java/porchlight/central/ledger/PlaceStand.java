package porchlight.central.ledger;

import porchlight.central.reports.Place;

/** A place, how many devices are there, and on how many of them a check of the network fails. */
public record PlaceStand(
    Organisation organisation, String id, Place.Kind kind, int devices, int failing) {}
