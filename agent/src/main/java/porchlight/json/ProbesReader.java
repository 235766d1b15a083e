package porchlight.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Probes;

/** Reads what may be asked of the network: the member {@code probes} of a policy. */
final class ProbesReader {
  private static final String NAME = "a name such as www.example.com, with or without {random}";
  private static final String ADDRESS = "an address such as 192.0.2.1";
  private static final String RANGE = "an address or a range such as 192.168.0.0/16";
  private static final int MOST_MINUTES = 10_080;

  /** Each costs packets, and all together must stay small. */
  private static final int MOST = 6;

  private ProbesReader() {}

  static Probes read(Fields fields) {
    Probes usual = Probes.USUAL;
    Probes.Names names =
        new Probes.Names(
            few(fields, "absent", usual.names().absent(), ProbesReader::absent),
            known(fields, usual.names().known()),
            addresses(fields, "authorities", usual.names().authorities()),
            identities(fields, usual.names().identities()),
            fields.has("publicResolvers")
                ? fields.forms("publicResolvers", RANGE, Network::of)
                : usual.names().publicResolvers(),
            fields.has("signing") ? signing(fields.object("signing")) : usual.names().signing(),
            filters(fields, usual.names().filters()));
    boolean asks = fields.truth("ask", true);
    int minutes = fields.integer("intervalMinutes", 0, MOST_MINUTES, usual.intervalMinutes());
    boolean router = fields.truth("routerExposure", usual.routerExposure());
    var portals = fields.has("portals") ? ReachReader.portals(fields) : usual.portals();
    var sites = fields.has("tls") ? ReachReader.sites(fields) : usual.sites();
    fields.finish();
    var off =
        asks ? Optional.<String>empty() : Optional.of("the policy asks nothing of the network");
    return new Probes(off, minutes, names, portals, sites, router);
  }

  private static List<Probes.Known> known(Fields fields, List<Probes.Known> usual) {
    if (!fields.has("known")) {
      return usual;
    }
    var known = new ArrayList<Probes.Known>();
    for (Fields one : fields.objects("known")) {
      known.add(
          new Probes.Known(
              one.form("name", NAME, ProbesReader::name),
              one.forms("addresses", ADDRESS, IpAddress::of)));
      one.finish();
    }
    return held(fields, "known", known);
  }

  private static List<Probes.Identity> identities(Fields fields, List<Probes.Identity> usual) {
    if (!fields.has("identities")) {
      return usual;
    }
    var identities = new ArrayList<Probes.Identity>();
    for (Fields one : fields.objects("identities")) {
      identities.add(
          new Probes.Identity(
              one.form("name", NAME, ProbesReader::name),
              one.forms("resolvers", RANGE, Network::of)));
      one.finish();
    }
    return held(fields, "identities", identities);
  }

  private static List<Probes.FilterTest> filters(Fields fields, List<Probes.FilterTest> usual) {
    if (!fields.has("filters")) {
      return usual;
    }
    var filters = new ArrayList<Probes.FilterTest>();
    for (Fields one : fields.objects("filters")) {
      filters.add(
          new Probes.FilterTest(
              one.form("name", NAME, ProbesReader::name),
              one.forms("addresses", ADDRESS, IpAddress::of),
              one.forms("resolvers", RANGE, Network::of)));
      one.finish();
    }
    return held(fields, "filters", filters);
  }

  private static Optional<Probes.Signing> signing(Fields fields) {
    var signing =
        new Probes.Signing(
            fields.form("good", NAME, ProbesReader::name),
            fields.form("broken", NAME, ProbesReader::name));
    fields.finish();
    return Optional.of(signing);
  }

  private static List<String> addresses(Fields fields, String member, List<String> usual) {
    return few(fields, member, usual, text -> IpAddress.of(text).map(IpAddress::text));
  }

  private static List<String> few(
      Fields fields,
      String member,
      List<String> usual,
      java.util.function.Function<String, Optional<String>> of) {
    return fields.has(member)
        ? held(fields, member, fields.forms(member, member.equals("absent") ? NAME : ADDRESS, of))
        : usual;
  }

  static <T> List<T> held(Fields fields, String member, List<T> values) {
    if (values.size() > MOST) {
      throw fields.wrong(member, "at most " + MOST);
    }
    return values;
  }

  private static Optional<String> absent(String text) {
    return text.startsWith("{random}.") || text.contains(".{random}.")
        ? name(text.replace("{random}", "x")).map(same -> text)
        : Optional.empty();
  }

  private static Optional<String> name(String text) {
    return text.length() <= 200 && text.matches("[A-Za-z0-9_-]{1,63}(?:[.][A-Za-z0-9_-]{1,63})+")
        ? Optional.of(text)
        : Optional.empty();
  }
}
