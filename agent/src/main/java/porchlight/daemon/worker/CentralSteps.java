package porchlight.daemon.worker;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.Replies;
import porchlight.uplink.Enrolment.Member;
import porchlight.uplink.HttpUplink;
import porchlight.uplink.Outside;
import porchlight.uplink.Skew;
import porchlight.uplink.road.Survey;
import porchlight.uplink.road.Survey.Reached;
import porchlight.uplink.road.Survey.Trip;

/** The steps between this laptop and central: the way that leads farthest is told. */
final class CentralSteps {
  /** Beyond it central takes no signature. */
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  private CentralSteps() {}

  static List<Step> of(URI server, Optional<Member> member, Outside outside) {
    List<Trip> trips = Survey.of(outside.road(), server);
    Instant after = outside.now();
    Trip best = trips.getFirst();
    for (Trip trip : trips) {
      best = trip.reached().compareTo(best.reached()) > 0 ? trip : best;
    }
    var steps = new ArrayList<Step>();
    name(server, best, steps);
    connection(server, best, trips, outside, steps);
    certificate(best, steps);
    boolean answers = central(best, steps);
    if (!answers) {
      steps.add(Step.skipped("clock", "Central's clock is not known."));
      steps.add(Step.skipped("device", "Whether central knows this laptop is not known."));
      return steps;
    }
    clock(best, after, steps);
    device(member, outside, steps);
    return steps;
  }

  private static void name(URI server, Trip trip, List<Step> steps) {
    if (trip.reached() == Reached.NOTHING) {
      String whose = trip.way().startsWith("through") ? "the proxy" : server.getHost();
      steps.add(
          Step.broken(
              "name",
              "No address of " + whose + " is found (" + trip.way() + ").",
              "Is there a network, does it ask for a login, and is the name right? Try:"
                  + " getent hosts "
                  + server.getHost()));
    } else {
      steps.add(
          Step.works(
              "name",
              trip.addresses().isEmpty()
                  ? "No name is to be looked up."
                  : "The name is known: " + String.join(", ", trip.addresses()) + "."));
    }
  }

  private static void connection(
      URI server, Trip trip, List<Trip> trips, Outside outside, List<Step> steps) {
    if (trip.reached() == Reached.NOTHING) {
      steps.add(Step.skipped("connection", "Without an address there is nothing to connect to."));
    } else if (trip.reached() == Reached.ADDRESS) {
      var tried = new ArrayList<String>();
      trips.forEach(each -> tried.add(each.way() + ": " + each.failure()));
      tried.addAll(outside.road().notes());
      steps.add(
          Step.broken(
              "connection",
              "No connection to "
                  + server.getHost()
                  + " is made; "
                  + String.join("; ", tried)
                  + ".",
              "Let this laptop out to that address, or name the way in proxy of agent.json"));
    } else {
      var notes = outside.road().notes();
      steps.add(
          Step.works(
              "connection",
              "A connection is made "
                  + trip.way()
                  + (notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")")
                  + "."));
    }
  }

  private static void certificate(Trip trip, List<Step> steps) {
    if (trip.reached().compareTo(Reached.CONNECTION) < 0) {
      steps.add(Step.skipped("certificate", "No certificate was shown."));
    } else if (trip.reached() == Reached.CONNECTION) {
      steps.add(
          Step.broken(
              "certificate",
              "No trusted TLS connection is made: " + trip.failure() + ".",
              "If a company's proxy is meant to read along, add its authority to the system's"
                  + " store; if central has an authority of its own, add that"));
    } else if (trip.tls().isEmpty()) {
      steps.add(Step.works("certificate", "None is needed on this very machine."));
    } else {
      steps.add(
          Step.works(
              "certificate",
              trip.tls()
                  + trip.privateIssuer()
                      .map(issuer ->
                          "; vouched for by "
                              + issuer
                              + ", which is no public authority: central's"
                              + " own, or somebody who reads along.")
                      .orElse("; vouched for by a public authority.")));
    }
  }

  private static boolean central(Trip trip, List<Step> steps) {
    if (trip.reached() != Reached.ANSWER) {
      steps.add(Step.skipped("central", "Central was not asked."));
      return false;
    }
    if (trip.status() == 200 && Replies.serverTime(trip.text()).isPresent()) {
      steps.add(Step.works("central", "Central answers."));
      return true;
    }
    steps.add(
        Step.broken(
            "central",
            "What answers (" + trip.status() + ") is not central.",
            "Is server in agent.json right, does this network ask for a login, and does central"
                + " run behind that address?"));
    return false;
  }

  private static void clock(Trip trip, Instant here, List<Step> steps) {
    Duration ahead = Duration.between(here, Replies.serverTime(trip.text()).orElse(here)).negated();
    if (ahead.abs().compareTo(MOST_SKEW) > 0) {
      steps.add(
          Step.broken(
              "clock",
              "This laptop's clock is "
                  + ahead.abs().toMinutes()
                  + " minutes "
                  + (ahead.isNegative() ? "behind" : "ahead of")
                  + " central's.",
              "Set it: sudo timedatectl set-ntp true"));
    } else {
      steps.add(Step.works("clock", "The clock is as central's, within five minutes."));
    }
  }

  private static void device(Optional<Member> member, Outside outside, List<Step> steps) {
    if (member.isEmpty()) {
      steps.add(Step.skipped("device", "A laptop that is not enrolled cannot ask."));
      return;
    }
    try (HttpUplink uplink = member.get().uplink(outside, new Skew(Optional.empty()))) {
      var standing = uplink.standing();
      if (standing.known().isEmpty()) {
        steps.add(
            Step.unseen(
                "device",
                "Central does not say whether it knows this laptop: " + standing.words() + ".",
                "Look again, and at central's log"));
      } else if (standing.known().get()) {
        steps.add(Step.works("device", "Central knows this laptop by its signature."));
      } else {
        steps.add(
            Step.broken(
                "device",
                "Central does not know this laptop: " + standing.words() + ".",
                "Look for it at central; when it was retired, enrol it anew with a new token"));
      }
    }
  }
}
