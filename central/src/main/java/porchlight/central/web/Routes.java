package porchlight.central.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static porchlight.central.people.Scope.ACCOUNT;
import static porchlight.central.people.Scope.READ;
import static porchlight.central.people.Scope.WRITE;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;

/** The table of routes: what is not in it is not answered, and each line says who may. */
final class Routes {
  private static final Set<Role> ADMINS = Set.of(Role.ADMIN);
  private static final Set<Role> OURS = Set.of(Role.ADMIN, Role.TECH);
  private static final Set<Role> EVERY_ROLE = Set.of(Role.values());

  private Routes() {}

  /** Everything that answers. */
  record Handlers(
      Door door,
      SignInPages signIn,
      CompanyPages company,
      AccountPages account,
      PeoplePages people,
      TokenPages tokens,
      AuditPages audit,
      Reading reading,
      Differences differences,
      Api api,
      News news,
      AdvicePages advice,
      Outward outward,
      Calling calling) {}

  static List<Route> table(Handlers all) {
    return Stream.of(
            devices(all.door()),
            threshold(all.signIn(), all.company()),
            account(all.account()),
            people(all.people()),
            programs(all.tokens(), all.audit()),
            reading(all.reading(), all.api(), all.news()),
            differences(all.differences()),
            advice(all.advice()),
            all.outward().routes(),
            all.calling().routes())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route> devices(Door door) {
    return List.of(
        signed(POST, "/v1/enroll", door::enroll),
        signed(POST, "/v1/reports", door::report),
        signed(GET, "/v1/policy", door::policy),
        signed(POST, "/v1/key", door::key),
        signed(POST, "/v1/goodbye", door::goodbye),
        open(GET, "/v1/health", door::health),
        open(GET, "/v1/probe", door::probe),
        open(GET, "/assets/{asset}", Assets::serve));
  }

  private static List<Route> threshold(SignInPages signIn, CompanyPages company) {
    return List.of(
        threshold(GET, "/signin", signIn::form),
        threshold(POST, "/signin", signIn::signIn),
        threshold(GET, "/signin/company", company::there),
        threshold(GET, "/signin/company/back", company::back),
        threshold(POST, "/signout", signIn::signOut),
        threshold(GET, "/join/{link}", signIn::joining),
        threshold(POST, "/join/{link}", signIn::join));
  }

  private static List<Route> account(AccountPages account) {
    return List.of(
        known(GET, "/account", EVERY_ROLE, ACCOUNT, account::account),
        known(POST, "/account/password", EVERY_ROLE, ACCOUNT, account::password),
        known(GET, "/account/codes", EVERY_ROLE, ACCOUNT, account::codes),
        known(POST, "/account/codes", EVERY_ROLE, ACCOUNT, account::codesOn),
        known(POST, "/account/codes/off", EVERY_ROLE, ACCOUNT, account::codesOff),
        known(POST, "/account/sessions/end", EVERY_ROLE, ACCOUNT, account::endOthers));
  }

  private static List<Route> people(PeoplePages people) {
    return List.of(
        known(GET, "/people", ADMINS, ACCOUNT, people::list),
        known(POST, "/people", ADMINS, ACCOUNT, people::invite),
        known(GET, "/people/{person}", ADMINS, ACCOUNT, people::person),
        known(POST, "/people/{person}/role", ADMINS, ACCOUNT, people::role),
        known(POST, "/people/{person}/link", ADMINS, ACCOUNT, people::link),
        known(POST, "/people/{person}/codes/off", ADMINS, ACCOUNT, people::codesOff),
        known(POST, "/people/{person}/disable", ADMINS, ACCOUNT, people::disable),
        known(POST, "/people/{person}/enable", ADMINS, ACCOUNT, people::enable));
  }

  private static List<Route> programs(TokenPages tokens, AuditPages audit) {
    return List.of(
        known(GET, "/tokens", ADMINS, ACCOUNT, tokens::list),
        known(POST, "/tokens", ADMINS, ACCOUNT, tokens::make),
        known(POST, "/tokens/{token}/revoke", ADMINS, ACCOUNT, tokens::revoke),
        known(GET, "/audit", ADMINS, ACCOUNT, audit::page),
        known(GET, "/audit.csv", ADMINS, ACCOUNT, audit::csv));
  }

  private static List<Route> reading(Reading reading, Api api, News news) {
    return List.of(
        read("/", reading::morning),
        read("/organisations", reading::organisations),
        read("/organisations/{organisation}", reading::organisation),
        read("/devices", reading::devices),
        read("/devices/{device}", reading::device),
        read("/checks", reading::checks),
        read("/checks/{check}", reading::check),
        read("/places", reading::places),
        read("/places/{organisation}/{place}", reading::place),
        read("/search", reading::search),
        read("/v1/trend", reading::trend),
        read("/v1/news", news::to),
        known(GET, "/v1/organisations", EVERY_ROLE, READ, api::organisations),
        known(GET, "/v1/devices", EVERY_ROLE, READ, api::devices),
        known(GET, "/v1/devices/{device}", EVERY_ROLE, READ, api::device));
  }

  private static List<Route> differences(Differences differences) {
    return List.of(
        read("/devices/{device}/difference", differences::page),
        read("/v1/devices/{device}/difference", differences::json));
  }

  private static List<Route> advice(AdvicePages advice) {
    return List.of(
        known(GET, "/devices/{device}/advice", OURS, WRITE, advice::form),
        known(POST, "/devices/{device}/advice", OURS, WRITE, advice::send));
  }

  private static Route open(HandlerType method, String path, Handler handler) {
    return new Route.Open(method, path, handler);
  }

  private static Route threshold(HandlerType method, String path, Handler handler) {
    return new Route.Threshold(method, path, handler);
  }

  private static Route signed(HandlerType method, String path, Handler handler) {
    return new Route.Signed(method, path, handler);
  }

  private static Route read(String path, Route.Show show) {
    return known(GET, path, EVERY_ROLE, READ, show);
  }

  private static Route known(
      HandlerType method, String path, Set<Role> roles, Scope scope, Route.Show show) {
    return new Route.Known(method, path, roles, scope, show);
  }
}
