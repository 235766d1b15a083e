package porchlight.gather.linux.patches;

/** A package of one architecture; one for any architecture goes with the machine's own. */
record PackageId(String name, String architecture) {}
