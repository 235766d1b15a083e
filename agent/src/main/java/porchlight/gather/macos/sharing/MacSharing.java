package porchlight.gather.macos.sharing;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Sharing;
import porchlight.facts.Sharing.Audience;
import porchlight.facts.Sharing.Kind;
import porchlight.facts.Sharing.Offer;
import porchlight.gather.macos.Launchd;
import porchlight.gather.macos.people.AtTheScreen;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** What a Mac, and the person at its screen, offer to those around. */
public final class MacSharing {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          Settings.AIRDROP,
          Settings.AIRDROP_THEIRS,
          Settings.AIRPLAY,
          Settings.AIRPLAY_THEIRS,
          Settings.BLUETOOTH,
          Settings.BLUETOOTH_THEIRS,
          Settings.MEDIA,
          Settings.MEDIA_THEIRS,
          Settings.CACHE,
          Launchd.FILE_SHARING,
          GuestAccess.STATUS,
          Bridges.ALL,
          Cupsctl.SETTINGS);

  private MacSharing() {}

  public static Reading<Sharing> read(Machine machine) {
    return Reading.known(
        new Sharing(
            List.of(
                new Offer(
                    Kind.AIRDROP,
                    AtTheScreen.question(machine, Settings.AIRDROP, Settings.AIRDROP_THEIRS)
                        .flatMap(asked -> Settings.airDrop(asked, machine.ask(asked)))),
                new Offer(
                    Kind.AIRPLAY,
                    person(machine, Settings.AIRPLAY, Settings.AIRPLAY_THEIRS, Audience.EVERYBODY)),
                new Offer(
                    Kind.BLUETOOTH,
                    person(
                        machine, Settings.BLUETOOTH, Settings.BLUETOOTH_THEIRS, Audience.NOBODY)),
                new Offer(
                    Kind.CONTENT_CACHE,
                    Settings.toggle(Settings.CACHE, machine.ask(Settings.CACHE), Audience.NOBODY)),
                new Offer(Kind.GUEST_FILES, guests(machine)),
                new Offer(Kind.INTERNET, Bridges.read(machine.ask(Bridges.ALL))),
                new Offer(
                    Kind.MEDIA,
                    person(machine, Settings.MEDIA, Settings.MEDIA_THEIRS, Audience.NOBODY)),
                new Offer(Kind.PRINTERS, Cupsctl.read(machine.ask(Cupsctl.SETTINGS))))));
  }

  private static Reading<Audience> person(
      Machine machine, Run ours, Run theirs, Audience asItComes) {
    return AtTheScreen.question(machine, ours, theirs)
        .flatMap(asked -> Settings.toggle(asked, machine.ask(asked), asItComes));
  }

  /** Guests come in only where files are shared at all. */
  private static Reading<Audience> guests(Machine machine) {
    return Launchd.isOn(Launchd.FILE_SHARING, machine.ask(Launchd.FILE_SHARING))
                instanceof Known<Boolean>(var on)
            && !on
        ? Reading.known(Audience.NOBODY)
        : GuestAccess.read(machine.ask(GuestAccess.STATUS));
  }
}
