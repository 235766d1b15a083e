package porchlight.gather.linux.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.gather.linux.Rows;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Run;

/**
 * {@code ip route get}: which way the kernel would send a packet. Nothing is sent. The addresses
 * are of the RIPE NCC (a routing beacon and the root name server K): outside, and routed apart by
 * nobody, unlike the ranges for documentation, which some VPNs leave out; one in each half of IPv4.
 */
final class IpRouteGet {
  static final Run IPV4_LOW = Run.of("ip", "-j", "route", "get", "84.205.64.1");
  static final Run IPV4_HIGH = Run.of("ip", "-j", "route", "get", "193.0.14.129");
  static final Run IPV6 = Run.of("ip", "-j", "-6", "route", "get", "2001:7fd::1");
  static final List<Run> IPV4 = List.of(IPV4_LOW, IPV4_HIGH);
  static final List<Run> ALL = List.of(IPV4_LOW, IPV4_HIGH, IPV6);
  static final Run BLACKHOLES =
      Run.of("ip", "-j", "route", "show", "table", "all", "type", "blackhole");
  static final Run BLACKHOLES6 =
      Run.of("ip", "-j", "-6", "route", "show", "table", "all", "type", "blackhole");
  static final ReadFile IPV6_ADDRESSES = new ReadFile("/proc/net/if_inet6");

  private static final String KERNEL = "RTNETLINK answers: ";
  private static final Set<String> NO_WAY =
      Set.of("Network is unreachable", "No route to host", "Permission denied");
  private static final Set<String> DEAD_ENDS =
      Set.of("unreachable", "blackhole", "prohibit", "throw");

  private IpRouteGet() {}

  /** The interface a packet would leave by; empty when the kernel has no way for it. */
  static Reading<Optional<String>> link(Run question, Answer answer, Machine machine) {
    return row(question, answer, machine).map(row -> row.flatMap(one -> one.text("dev")));
  }

  /**
   * The next hops that packets to outside would take, whatever the table calls the routes: a DHCP
   * server may give two halves of the internet instead of a default route (RFC 3442). Nothing where
   * there is no {@code ip}.
   */
  static Reading<List<Hop>> hops(Machine machine, List<Run> questions) {
    var found = new ArrayList<Hop>();
    for (Run question : questions) {
      switch (row(question, machine.ask(question), machine)) {
        case Unknown<Optional<Json.Obj>> unknown when unknown.reason() != Reason.TOOL_MISSING -> {
          return unknown.as();
        }
        case Unknown<Optional<Json.Obj>> noTool -> {}
        case Known<Optional<Json.Obj>>(var row) -> {
          var hop = row.flatMap(IpRoute::hop);
          if (row.isPresent() && hop.isEmpty()) {
            return Answers.notUnderstood(question, "a route without a usable way");
          }
          hop.filter(one -> !found.contains(one)).ifPresent(found::add);
        }
      }
    }
    return Reading.known(List.copyOf(found));
  }

  private static Reading<Optional<Json.Obj>> row(Run question, Answer answer, Machine machine) {
    return Answers.read(
        question,
        answer,
        said ->
            said.code() == 0
                ? Rows.read(question, said).flatMap(rows -> row(question, rows))
                : refused(question, said, machine));
  }

  private static Reading<Optional<Json.Obj>> row(Run question, List<Json.Obj> rows) {
    if (rows.size() != 1) {
      return Answers.notUnderstood(question, rows.size() + " routes");
    }
    Json.Obj row = rows.get(0);
    if (DEAD_ENDS.contains(row.text("type").orElse(""))) {
      return Reading.known(Optional.empty());
    }
    return row.text("dev").filter(link -> !link.isBlank()).isPresent()
        ? Reading.known(Optional.of(row))
        : Answers.notUnderstood(question, "a route without an interface");
  }

  private static Reading<Optional<Json.Obj>> refused(
      Run question, Answer.Said said, Machine machine) {
    String error = said.error().strip();
    String why = error.startsWith(KERNEL) ? error.substring(KERNEL.length()) : "";
    boolean noWay =
        NO_WAY.contains(why)
            || (why.equals("Invalid argument") && hasBlackhole(question, machine))
            || (question.equals(IPV6) && machine.ask(IPV6_ADDRESSES) instanceof Answer.Missing);
    return noWay ? Reading.known(Optional.empty()) : Failed.because(question, said);
  }

  /** The kernel says "invalid argument" for a blackhole route, and for what it is not. */
  private static boolean hasBlackhole(Run question, Machine machine) {
    Run ask = question.equals(IPV6) ? BLACKHOLES6 : BLACKHOLES;
    return machine.ask(ask) instanceof Answer.Said said
        && Rows.read(ask, said) instanceof Known<List<Json.Obj>>(var rows)
        && !rows.isEmpty();
  }
}
