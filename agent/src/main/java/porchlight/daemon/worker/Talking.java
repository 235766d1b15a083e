package porchlight.daemon.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import porchlight.daemon.ReportsLost;
import porchlight.daemon.Wake;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Vpn;
import porchlight.json.PolicyRefused;
import porchlight.json.PolicyStamp;
import porchlight.json.Sending;
import porchlight.uplink.Before;
import porchlight.uplink.CentralPolicy;
import porchlight.uplink.CentralPolicy.Held;
import porchlight.uplink.Courier;
import porchlight.uplink.Enrolment.Member;
import porchlight.uplink.HttpUplink;
import porchlight.uplink.Kept;
import porchlight.uplink.KeyChange;
import porchlight.uplink.PutOff;
import porchlight.uplink.Sequence;
import porchlight.uplink.Spool;
import porchlight.uplink.Unkept;

/** The talk with central: what waits is sent, and what central asks for is done. */
final class Talking {
  private static final Duration DELIVERY = Duration.ofSeconds(45);
  private static final long MOST_BYTES = 4L << 20;

  private final Cycle.Setup setup;
  private final Desk desk;
  private final Joining joining;
  private final Spool spool;

  Talking(Cycle.Setup setup, Desk desk, Joining joining, Spool spool) {
    this.setup = setup;
    this.desk = desk;
    this.joining = joining;
    this.spool = spool;
  }

  /** Does what is due; answers who this laptop is then. */
  Member talk(Member member, Facts facts, Optional<Unkept> unkept) throws IOException {
    boolean elsewhere = setup.handover().wake() == Wake.NETWORK;
    if (!Courier.mayGo(desk.progress(), desk.counted(), elsewhere)) {
      unkept.ifPresent(this::lost);
      return member;
    }
    try {
      return switch (deliver(member, facts, unkept)) {
        case DONE ->
            desk.progress().asked().rotateKey() && isTimeToAsk() ? rotated(member) : member;
        case LATER -> member;
        case CLONED -> goingOn(joining.fork(member, facts), member, facts);
        case STRANGER -> goingOn(joining.back(), member, facts);
      };
    } finally {
      desk.noteSkew();
    }
  }

  /** The process that stays was told of it and counts it; by hand there is none. */
  private void lost(Unkept unkept) {
    if (setup.handover().start().isEmpty()) {
      desk.note(desk.progress().tally(tally -> tally.plus(unkept.report().kind().lost())));
    }
  }

  private void settled(Unkept unkept, boolean held) {
    if (held) {
      lost(unkept);
    } else {
      desk.tell(ReportsLost.taken(unkept.report().id().toString()));
    }
  }

  /** As another, if it has become one. */
  private Member goingOn(Optional<Member> other, Member member, Facts facts) throws IOException {
    if (other.isPresent()) {
      deliver(other.get(), facts, Optional.empty());
    }
    return other.orElse(member);
  }

  private boolean isTimeToAsk() {
    return desk.progress().asking().isDue(desk.counted(), false);
  }

  private Courier.End deliver(Member member, Facts facts, Optional<Unkept> unkept)
      throws IOException {
    var numbers = new Sequence(desk.state().sequence(), member.identity().device());
    var server = member.identity().server();
    var road = desk.outside().road();
    try (var uplink =
        member
            .uplink(desk.outside(), desk.skew())
            .by(
                Kept.of(
                    desk.state(),
                    server,
                    road,
                    desk.outside().now(),
                    desk.progress().asked().policy()))) {
      var courier = new Courier(spool, numbers, uplink, desk.outside(), desk);
      boolean stopped = desk.progress().sending().stopped().isPresent();
      int most = stopped ? 1 : Turn.reports(setup.handover().wake());
      var load = new Courier.Load(DELIVERY, MOST_BYTES, most);
      Courier.End end;
      try {
        end = courier.deliver(new Courier.Trip(desk.counted(), load, isOnNetwork(facts)), unkept);
      } finally {
        unkept.ifPresent(one -> settled(one, courier.holds()));
      }
      if (courier.heard()) {
        Before.proven(desk.state());
      }
      LastIssuer.note(desk.state(), road);
      if (uplink.isMisread()) {
        Kept.shun(desk.state(), server, road, desk.outside().now());
      } else {
        Kept.note(desk.state(), server, road, desk.outside().now());
      }
      if (end == Courier.End.DONE) {
        askForPolicy(member, uplink);
      }
      return end;
    }
  }

  /** Without a way out it is no wonder that nobody hears us. */
  private static boolean isOnNetwork(Facts facts) {
    return !(facts.vpn() instanceof Known<Vpn>(var ways)
        && ways.ipv4() instanceof Vpn.Path.NoRoute
        && ways.ipv6() instanceof Vpn.Path.NoRoute);
  }

  private void askForPolicy(Member member, HttpUplink uplink) throws IOException {
    var offered = desk.progress().asked().policy();
    if (offered.isEmpty() || !isTimeToAsk()) {
      return;
    }
    String digest = offered.get().digest();
    if (CentralPolicy.held(desk.state().path()).map(Held::digest).equals(Optional.of(digest))) {
      desk.note(desk.progress().refused(Optional.empty()));
    } else if (!isRefused(digest)) {
      taken(CentralPolicy.ask(member, uplink), offered.get());
    }
  }

  private boolean isRefused(String digest) {
    return desk.progress()
        .policyRefused()
        .filter(refused -> refused.digest().equals(digest))
        .filter(refused -> refused.by().equals(setup.agentVersion()))
        .isPresent();
  }

  private void taken(CentralPolicy.Result result, PolicyStamp offered) {
    switch (result) {
      case CentralPolicy.Result.Taken(var held) -> {
        answered();
        desk.info("took policy " + held.policy().revision() + " from central");
        desk.note(desk.progress().refused(Optional.empty()));
      }
      case CentralPolicy.Result.Same() -> {
        answered();
        desk.note(desk.progress().refused(Optional.empty()));
      }
      case CentralPolicy.Result.KeptOut(long revision, var why) -> {
        answered();
        desk.trouble("central's policy was kept out: " + why);
        desk.note(
            desk.progress()
                .refused(
                    Optional.of(
                        new PolicyRefused(
                            revision > 0 ? revision : offered.revision(),
                            offered.digest(),
                            why,
                            setup.agentVersion()))));
      }
      case CentralPolicy.Result.Failed(var after, var why) -> {
        desk.trouble("central's policy could not be fetched: " + why);
        notAnswered(after);
      }
    }
  }

  private void answered() {
    desk.note(desk.progress().asking(Sending::enrolled));
  }

  private void notAnswered(Duration after) {
    desk.note(PutOff.asking(desk.progress(), after, desk.counted(), desk.outside()));
  }

  private Member rotated(Member member) throws IOException {
    return switch (KeyChange.change(member, desk.outside(), desk.skew())) {
      case KeyChange.Result.Done(var renewed) -> {
        desk.info("has another key, as central asked");
        answered();
        desk.note(desk.progress().asked(asked -> asked.rotate(false)));
        yield renewed;
      }
      case KeyChange.Result.Failed(var after, var why) -> {
        desk.trouble("the key could not be changed: " + why);
        notAnswered(after);
        yield member;
      }
    };
  }
}
