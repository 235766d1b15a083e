package porchlight.gather.browsers;

import porchlight.machine.Home;

/** A person with an account here, and where they keep what is theirs. */
public record Owner(String name, Home home) {}
