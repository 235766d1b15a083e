package porchlight.central.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.central.ledger.Kin;
import porchlight.central.ledger.Notebook;
import porchlight.central.ledger.Shared;
import porchlight.central.reports.Calm;

/** What a check found on more than one laptop, as a card: all that the very same laptops show. */
public record SharedView(String title, String headline, List<Seen> seen, List<Note.Link> on) {
  private static final int MOST_SHARED = 60;
  private static final int MOST_NAMED = 8;

  /** One thing that they show, and its key. */
  public record Seen(String key, String name, String value) {}

  private record Who(String check, List<Kin.Relative> on) {}

  /** The cards, those of most clients first. */
  public static List<SharedView> of(Notebook notebook) {
    Map<Who, List<Shared>> cards = new LinkedHashMap<>();
    for (Shared one : notebook.shared(MOST_SHARED)) {
      List<Kin.Relative> on = notebook.showing(one.seen(), MOST_NAMED);
      cards.computeIfAbsent(new Who(one.sighting().check(), on), who -> new ArrayList<>()).add(one);
    }
    return cards.entrySet().stream().map(card -> of(card.getKey(), card.getValue())).toList();
  }

  private static SharedView of(Who who, List<Shared> all) {
    Shared most = all.getFirst();
    return new SharedView(
        CheckPage.of(who.check()).title(),
        "fails on "
            + most.devices()
            + " laptops at "
            + most.organisations()
            + (most.organisations() == 1 ? " client" : " clients")
            + ", and shows the same",
        all.stream()
            .map(one ->
                new Seen(
                    one.seen(),
                    Calm.text(one.sighting().name()),
                    Calm.text(one.sighting().value())))
            .toList(),
        who.on().stream().map(SharedView::link).toList());
  }

  private static Note.Link link(Kin.Relative device) {
    String name = Calm.text(device.name().orElse("")).strip();
    return new Note.Link(
        "/devices/" + device.id(), name.isEmpty() ? "device " + device.id().substring(0, 8) : name);
  }
}
