package porchlight.gather.linux.route;

/** An address as seen on one interface; a link-local one means nothing without it. */
record Neighbour(String address, String link) {}
