package porchlight.daemon.worker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import porchlight.daemon.Wake;
import porchlight.facts.Device;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.json.Asked;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.Sending;
import porchlight.uplink.Before;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Enrolment.Applicant;
import porchlight.uplink.Enrolment.Member;
import porchlight.uplink.Enrolment.Result;
import porchlight.uplink.PutOff;
import porchlight.uplink.Settling;

/** Who this laptop is to central, after trying to become somebody where there is a token. */
final class Joining {
  private static final int MOST_STRANGERS = 3;

  private final Cycle.Setup setup;
  private final Desk desk;

  Joining(Cycle.Setup setup, Desk desk) {
    this.setup = setup;
    this.desk = desk;
  }

  Optional<Member> join(Facts facts) throws IOException {
    Optional<Member> member = Enrolment.current(desk.state());
    var asked = desk.progress().asked();
    if (isTimeToAsk(member)) {
      asked = taken(enrolled(facts)).orElse(asked);
      member = Enrolment.current(desk.state());
    }
    if (member.isPresent()) {
      settle(member.get(), asked);
    }
    return member;
  }

  /** A token file that holds none keeps nobody from looking, nor from telling another central. */
  private Result enrolled(Facts facts) {
    try {
      return Enrolment.enrol(
          applicant(facts),
          setup.settings().server().orElseThrow(),
          setup.settings().enrollmentTokenFile());
    } catch (IOException unreadable) {
      return new Result.Failed(Duration.ZERO, String.valueOf(unreadable.getMessage()));
    }
  }

  /** Becomes another device, because another laptop has this one's key; nothing if it failed. */
  Optional<Member> fork(Member before, Facts facts) throws IOException {
    if (!desk.progress().joining().isDue(desk.counted(), false)) {
      return Optional.empty();
    }
    var asked = taken(Enrolment.fork(applicant(facts), before));
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var member = Enrolment.current(desk.state());
    if (member.isPresent()) {
      settle(member.get(), asked.get());
    }
    return member;
  }

  /** Goes back to who it was, because central does not know who it became. */
  Optional<Member> back() throws IOException {
    var member = Before.back(desk.state());
    if (member.isPresent()) {
      desk.trouble("goes back to the key before, which central may know");
      settle(member.get(), desk.progress().asked());
    }
    return member;
  }

  private void settle(Member member, Asked asked) throws IOException {
    desk.note(Settling.in(desk.state(), member.identity(), desk.progress(), asked, desk::trouble));
  }

  private boolean isTimeToAsk(Optional<Member> member) {
    Optional<URI> server = setup.settings().server();
    boolean elsewhere =
        member.isPresent()
            && server.isPresent()
            && !member.get().identity().server().equals(server.get());
    boolean wanted = member.isEmpty() || elsewhere || isGivenUp(desk.progress().sending());
    if (!wanted || server.isEmpty() || !Files.exists(setup.settings().enrollmentTokenFile())) {
      if (elsewhere) {
        desk.trouble("settings name another server; without an enrolment token this one is kept");
      }
      return false;
    }
    boolean onAnother = setup.handover().wake() == Wake.NETWORK;
    return desk.progress().joining().isDue(desk.counted(), onAnother);
  }

  /** Central dismissed it, or has said so often that it does not know it that a token may. */
  private static boolean isGivenUp(Sending sending) {
    return sending.stopped().isPresent() || sending.strangers() >= MOST_STRANGERS;
  }

  /** Notes what came of it; what central asked for, once it knows this device. */
  private Optional<Asked> taken(Result result) {
    switch (result) {
      case Result.Done(var identity, int seconds, var policy, boolean seedGone) -> {
        desk.info("enrolled as " + identity.device() + " at " + identity.server());
        if (!seedGone) {
          desk.trouble("the enrolment token is used, and could not be removed");
        }
        desk.note(desk.progress().sending(Sending::enrolled).joining(Sending::enrolled));
        return Optional.of(desk.progress().asked().enrolled(seconds, policy));
      }
      case Result.Pending(var after) -> {
        desk.info("a person at central has to approve this laptop");
        desk.note(desk.progress().joining(joining -> joining.pending(desk.counted(), after)));
      }
      case Result.Failed(var after, var why) -> {
        desk.trouble("enrolment failed: " + why);
        desk.note(PutOff.joining(desk.progress(), after, desk.counted(), desk.outside()));
      }
    }
    return Optional.empty();
  }

  private Applicant applicant(Facts facts) {
    return new Applicant(
        desk.state(), setup.agentVersion(), hints(facts), desk.outside(), desk.skew());
  }

  private Hints hints(Facts facts) {
    return switch (facts.device()) {
      case Reading.Known<Device>(var device) ->
          new Hints(
              Optional.of(device.name())
                  .filter(name -> setup.policy().policy().tells().deviceName()),
              Optional.of((device.system() + " " + device.version()).strip()),
              setup.machineHint());
      case Reading.Unknown<Device> unknown ->
          new Hints(Optional.empty(), Optional.empty(), setup.machineHint());
    };
  }
}
