package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code ip}: the interfaces, their addresses, and which of them lead out. */
final class IpAddr {
  static final Run LINKS = Run.of("ip", "-j", "-d", "addr");
  static final Run ROUTES4 = Run.of("ip", "-j", "-4", "route", "show", "default");
  static final Run ROUTES6 = Run.of("ip", "-j", "-6", "route", "show", "default");

  private static final Map<String, Integer> TYPES =
      Map.of("ether", 1, "ppp", 512, "loopback", 772, "sit", 776, "none", 65534);

  private IpAddr() {}

  static Reading<List<Link>> read(Answer answer) {
    return Answers.read(LINKS, answer, said -> items(LINKS, said).flatMap(IpAddr::links));
  }

  /** The names of the interfaces that default routes leave by. */
  static Reading<Set<String>> readRoutes(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said ->
            items(question, said)
                .map(routes -> {
                  var names = new LinkedHashSet<String>();
                  routes.forEach(
                      route -> route.asObject().flatMap(o -> o.text("dev")).ifPresent(names::add));
                  return names;
                }));
  }

  private static Reading<List<Json>> items(Run question, Answer.Said said) {
    if (said.code() != 0) {
      return Answers.notUnderstood(question, "exit " + said.code() + " " + said.error());
    }
    if (said.text().isBlank()) {
      return Reading.known(List.of()); // older versions print nothing for an empty list
    }
    try {
      return JsonText.parse(said.text())
          .asItems()
          .map(Reading::known)
          .orElseGet(() -> Answers.notUnderstood(question, "no list"));
    } catch (JsonText.NotJson wrong) {
      return Answers.notUnderstood(question, String.valueOf(wrong.getMessage()));
    }
  }

  private static Reading<List<Link>> links(List<Json> items) {
    var links = new ArrayList<Link>();
    for (Json item : items) {
      Json.Obj object = item.asObject().orElse(new Json.Obj(Map.of()));
      if (object.members().isEmpty()) {
        continue; // ip leaves an empty object for what a filter hides
      }
      Optional<String> name = object.text("ifname");
      Optional<Long> index = number(object, "ifindex");
      Optional<List<Json>> flags = object.get("flags").flatMap(Json::asItems);
      if (name.isEmpty() || index.isEmpty() || flags.isEmpty()) {
        return Answers.notUnderstood(LINKS, "an interface without name, index or flags");
      }
      Optional<List<Link.Address>> addresses = addresses(object);
      if (addresses.isEmpty()) { // an address that is overlooked would look like none at all
        return Answers.notUnderstood(LINKS, "the addresses of " + name.get());
      }
      links.add(link(name.get(), index.get(), flags.get(), object, items, addresses.get()));
    }
    return links.isEmpty() ? Answers.notUnderstood(LINKS, "no interface") : Reading.known(links);
  }

  private static Link link(
      String name,
      long index,
      List<Json> flags,
      Json.Obj object,
      List<Json> all,
      List<Link.Address> addresses) {
    boolean broadcast = flags.contains(new Json.Str("BROADCAST"));
    boolean tunnel = flags.contains(new Json.Str("POINTOPOINT"));
    return new Link(
        name,
        index,
        object.text("address").flatMap(IpAddr::mac),
        group(object),
        object.text("link_type").flatMap(type -> Optional.ofNullable(TYPES.get(type))),
        object.get("linkinfo").flatMap(Json::asObject).flatMap(i -> i.text("info_kind")).orElse(""),
        flags.contains(new Json.Str("UP")),
        flags.contains(new Json.Str("LOOPBACK")),
        broadcast && !tunnel,
        lower(name, object, all),
        object.get("xdp").isPresent(),
        addresses);
  }

  /** The trunk of a vlan and the like, and the members of a bridge or bond. */
  private static List<String> lower(String name, Json.Obj object, List<Json> all) {
    var names = new ArrayList<String>();
    boolean pair =
        object
            .get("linkinfo")
            .flatMap(Json::asObject)
            .flatMap(info -> info.text("info_kind"))
            .filter("veth"::equals)
            .isPresent();
    if (!pair) {
      object.text("link").ifPresent(names::add);
    }
    for (Json item : all) {
      item.asObject()
          .filter(other -> other.text("master").filter(name::equals).isPresent())
          .flatMap(other -> other.text("ifname"))
          .ifPresent(names::add);
    }
    return names;
  }

  private static Optional<Long> group(Json.Obj object) {
    Optional<String> word = object.text("group");
    return word.filter("default"::equals)
        .map(usual -> 0L)
        .or(() -> word.flatMap(Words::number).map(BigInteger::longValue));
  }

  private static Optional<BigInteger> mac(String text) {
    return Words.meaning(Field.ETHER_SADDR, text).map(Ranges::first);
  }

  private static Optional<Long> number(Json.Obj object, String key) {
    return object
        .get(key)
        .filter(Json.Num.class::isInstance)
        .flatMap(value -> ((Json.Num) value).whole());
  }

  private static Optional<List<Link.Address>> addresses(Json.Obj object) {
    Optional<List<Json>> items = object.get("addr_info").flatMap(Json::asItems);
    var addresses = new ArrayList<Link.Address>();
    for (Json item : items.orElse(List.of())) {
      Json.Obj info = item.asObject().orElse(new Json.Obj(Map.of()));
      boolean v6 = info.text("family").filter("inet6"::equals).isPresent();
      boolean v4 = info.text("family").filter("inet"::equals).isPresent();
      Optional<Link.Address> address = v4 || v6 ? address(info, v6) : Optional.empty();
      if (info.members().isEmpty()) {
        continue; // ip leaves an empty object for what a filter hides
      }
      if (address.isEmpty()) {
        return Optional.empty();
      }
      addresses.add(address.get());
    }
    return items.map(all -> addresses);
  }

  private static Optional<Link.Address> address(Json.Obj info, boolean v6) {
    int longest = v6 ? 128 : 32;
    Optional<BigInteger> value =
        info.text("local").filter(text -> Addresses.isV6(text) == v6).flatMap(Addresses::number);
    Optional<BigInteger> peer = info.text("address").flatMap(Addresses::number);
    return value.flatMap(own ->
        number(info, "prefixlen")
            .filter(length -> length >= 0 && length <= longest)
            .map(length ->
                new Link.Address(
                    v6,
                    own,
                    peer.orElse(own),
                    length.intValue(),
                    info.text("broadcast").flatMap(Addresses::number))));
  }
}
