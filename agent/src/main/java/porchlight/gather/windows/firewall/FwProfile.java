package porchlight.gather.windows.firewall;

import java.util.List;

/**
 * How one of the three sets of settings stands, of which those of the joined networks' categories
 * are in force.
 *
 * @param on whether it filters at all
 * @param letsIn whether it lets in what no rule is for
 * @param blocksAll whether it lets in nothing, whatever its rules say
 * @param leavesOut whether there are network connections that it does not filter
 * @param ownRules whether the rules that were made on this laptop count
 */
record FwProfile(
    boolean on, boolean letsIn, boolean blocksAll, boolean leavesOut, boolean ownRules) {
  static final int DOMAIN = 1;
  static final int PRIVATE = 2;
  static final int PUBLIC = 4;

  /** Their bits, in the order in which Windows lists them. */
  static final List<Integer> ALL = List.of(DOMAIN, PRIVATE, PUBLIC);
}
