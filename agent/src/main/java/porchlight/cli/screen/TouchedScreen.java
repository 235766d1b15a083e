package porchlight.cli.screen;

import java.util.List;
import java.util.Map;
import porchlight.facts.Fact;
import porchlight.facts.Probes;
import porchlight.facts.Right;

/** {@code porchlight commands}: every question there may be, by what it touches. */
public final class TouchedScreen {
  private static final int FACT = 16;
  private static final List<String> ROUTER =
      List.of(
          "a connection to 23/tcp (telnet)",
          "a connection to 22/tcp (SSH)",
          "http / at 80/tcp",
          "a UPnP search at 1900/udp",
          "NAT-PMP, the outer address, at 5351/udp",
          "PCP, ANNOUNCE, at 5351/udp");

  /** Every kind of question there is, by how its line begins. */
  private static final List<Group> GROUPS =
      List.of(
          new Group("$ ", "Programs it may run, with these very arguments and no shell"),
          new Group("? native ", "What a library of the system may be asked"),
          new Group("? registry ", "Keys of the registry, and the only values it may read"),
          new Group("? installed ", "Names it may look for among the installed programs"),
          new Group("? wmi ", "What Windows' management may be asked, and only that of it"),
          new Group("? services ", "Services whose state it may ask"),
          new Group("? processes ", "Names it may look for among the processes"),
          new Group("? read ", "Files it may read"),
          new Group("? start ", "Files of which it may read so many first bytes"),
          new Group("? stanzas ", "Files it may read these fields of"),
          new Group("? settings ", "Folders, files in them, and the only keys it may read"),
          new Group("? json ", "Folders, files in them, and the only members it may read"),
          new Group("? json-commented ", "The same of files with comments"),
          new Group(
              "? prefs ", "Folders, Mozilla's settings in them, and the only ones it may read"),
          new Group("? dconf ", "Databases of settings, and the only keys it may read"),
          new Group("? among ", "Folders, and what it may look for in them"),
          new Group("? modified ", "Files whose time of change it may read"),
          new Group("? list ", "Folders it may list"),
          new Group("? names ", "Folders in others that it may list"),
          new Group("? link ", "Links it may follow"));

  private record Group(String sign, String heading) {}

  private TouchedScreen() {}

  /**
   * Renders the list.
   *
   * @param questions one a line, as they stand in a recording
   * @param probes what the packed policy has asked of the network
   * @param rights what each fact needs
   * @param system {@code linux}, {@code macos} or {@code windows}
   */
  public static String render(
      List<String> questions, Probes probes, Map<Fact, Right> rights, String system, Look look) {
    var sheet = new Sheet(look);
    GROUPS.forEach(group -> group(sheet, questions, group.sign(), group.heading()));
    asked(sheet, probes);
    reached(sheet, probes);
    sheet.gap().text(0, Ink.BOLD, "Who sees which fact");
    rights.forEach((fact, right) ->
        sheet.labelled(
            "  " + sheet.padded(fact.word(), FACT),
            Ink.PLAIN,
            right.need().words(system) + (right.part().isEmpty() ? "" : ": " + right.part()),
            Ink.PLAIN));
    sheet
        .gap()
        .text(
            0,
            Ink.DIM,
            "{link} is the name of a network interface, {name}, {file}, {folder}, {bundle} that of"
                + " what was found in the folder before it, {home} a person's home, {users} the"
                + " folder of homes, {uid} a person's number, {person} their name, {firefox},"
                + " {browser} and {profile} a browser's own, {number} a number that was found,"
                + " {fields}, {keys} and {paths} some of its fields, keys and names; * is each key"
                + " there, and of a value with ? only whether it is there is read. Programs are looked"
                + " up in the system's own folders, never by PATH. Nothing is changed, and nothing else is asked outside"
                + " this laptop; only run and cycle speak to your central endpoint.");
    return sheet.toString();
  }

  /** What goes out, as the policy names it. */
  private static void asked(Sheet sheet, Probes probes) {
    Probes.Names names = probes.names();
    sheet.gap().text(0, Ink.BOLD, "What it may ask of the network (policy.json, \"probes\")");
    names.absent().forEach(name -> line(sheet, "the resolvers in use", name));
    names.known().forEach(known -> line(sheet, "the resolvers in use", known.name()));
    names
        .signing()
        .ifPresent(signing -> {
          line(sheet, "the resolvers in use", signing.good());
          line(sheet, "the resolvers in use", signing.broken());
        });
    names.filters().forEach(test -> line(sheet, "the resolvers in use", test.name()));
    names
        .identities()
        .forEach(one -> line(sheet, "that provider's resolvers, if in use", one.name()));
    names
        .authorities()
        .forEach(
            server -> names.absent().stream().limit(1).forEach(name -> line(sheet, server, name)));
  }

  private static void reached(Sheet sheet, Probes probes) {
    probes.portals().forEach(page -> sheet.verbatim(2, Ink.PLAIN, "http " + page.url()));
    if (!probes.portals().isEmpty()) {
      sheet.verbatim(2, Ink.PLAIN, "https of the address that the network's DHCP names, if any");
    }
    probes
        .sites()
        .forEach(site -> sheet.verbatim(2, Ink.PLAIN, "tls " + site.host() + ":" + site.port()));
    String when = probes.routerExposure() ? "" : ", where a policy turns it on (routerExposure)";
    ROUTER.forEach(what -> sheet.verbatim(2, Ink.PLAIN, what + " of the router" + when));
  }

  private static void line(Sheet sheet, String whom, String what) {
    sheet.verbatim(2, Ink.PLAIN, "dns " + what + " of " + whom);
  }

  private static void group(Sheet sheet, List<String> questions, String sign, String heading) {
    boolean headed = false;
    for (String question : questions) {
      if (question.startsWith(sign)) {
        if (!headed) {
          sheet.gap().text(0, Ink.BOLD, heading);
          headed = true;
        }
        sheet.verbatim(2, Ink.PLAIN, question.substring(sign.length()));
      }
    }
  }
}
