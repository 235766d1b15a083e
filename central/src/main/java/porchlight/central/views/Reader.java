package porchlight.central.views;

import porchlight.central.people.Role;

/**
 * Who reads a page.
 *
 * @param hasAccount whether they have signed in, and so can sign out
 * @param csrf what a form of theirs carries
 */
public record Reader(String name, Role role, boolean hasAccount, String csrf) {}
