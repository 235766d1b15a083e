package porchlight.central.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import porchlight.central.settings.Company;

/**
 * The provider of a company's sign-in: the authorization code flow with PKCE, and an ID token of
 * which issuer, audience, expiry, nonce and signature are held against what was asked.
 */
final class Provider {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int MOST_BYTES = 1 << 20;
  private final Company company;
  private volatile @Nullable Found found;

  /** What the provider says of itself, and its keys. */
  private record Found(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

  Provider(Company company) {
    this.company = company;
  }

  /** The answer of a browser that came back: a code for this state. */
  record Answer(String state, AuthorizationCode code) {}

  /** What the provider says of somebody: {@code values} are of the claim that is asked for. */
  record Claims(String subject, Optional<String> name, List<String> values) {}

  /** It is not proven who somebody is; the message says why, for the log. */
  static final class NotProven extends Exception {
    private static final long serialVersionUID = 1;

    NotProven(String why) {
      super(why, null, false, false);
    }
  }

  /** Where a browser asks for a code. */
  URI address(State state, Nonce nonce, CodeVerifier verifier)
      throws GeneralException, IOException {
    return new AuthenticationRequest.Builder(
            new ResponseType(ResponseType.Value.CODE),
            new Scope("openid", "profile", "email"),
            new ClientID(company.clientId()),
            company.back())
        .endpointURI(found().metadata().getAuthorizationEndpointURI())
        .state(state)
        .nonce(nonce)
        .codeChallenge(verifier, CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Reads what a browser brought back. */
  Answer read(URI back) throws NotProven {
    AuthenticationResponse response;
    try {
      response = AuthenticationResponseParser.parse(back);
    } catch (ParseException e) {
      throw new NotProven("what came back is no answer");
    }
    Issuer issuer = response.getIssuer();
    if (issuer != null && !issuer.getValue().equals(company.issuer().toString())) {
      throw new NotProven("another provider answered");
    }
    if (!(response instanceof AuthenticationSuccessResponse success)
        || success.getAuthorizationCode() == null
        || success.getState() == null) {
      throw new NotProven("the provider did not let them in");
    }
    return new Answer(success.getState().getValue(), success.getAuthorizationCode());
  }

  /** Changes the code for an ID token, and holds it against what was asked. */
  Claims claims(Answer answer, CodeVerifier verifier, Nonce nonce) throws NotProven {
    try {
      TokenRequest request =
          new TokenRequest.Builder(
                  found().metadata().getTokenEndpointURI(),
                  new ClientSecretBasic(
                      new ClientID(company.clientId()), new Secret(company.secret().reveal())),
                  new AuthorizationCodeGrant(answer.code(), company.back(), verifier))
              .build();
      TokenResponse response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
      if (!(response instanceof OIDCTokenResponse tokens)) {
        throw new NotProven("the provider gave no token for the code");
      }
      return claims(tokens.getOIDCTokens(), nonce);
    } catch (GeneralException | IOException | BadJOSEException | JOSEException e) {
      throw new NotProven(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private Claims claims(OIDCTokens tokens, Nonce nonce)
      throws BadJOSEException, JOSEException, GeneralException, IOException, NotProven {
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(company.issuer()),
            new ClientID(company.clientId()),
            // Only signatures by keys that the provider alone has: no "none", no shared secret.
            new JWSVerificationKeySelector<>(
                Set.copyOf(JWSAlgorithm.Family.SIGNATURE), found().keys()),
            null);
    IDTokenClaimsSet token = validator.validate(tokens.getIDToken(), nonce);
    String subject = token.getSubject().getValue();
    List<String> values = values(token);
    Optional<String> name = name(token);
    if ((values.isEmpty() || name.isEmpty())
        && found().metadata().getUserInfoEndpointURI() != null) {
      UserInfo more = userInfo(tokens);
      if (!more.getSubject().getValue().equals(subject)) {
        throw new NotProven("the provider tells of somebody else");
      }
      values = values.isEmpty() ? values(more) : values;
      name = name.or(() -> name(more));
    }
    return new Claims(subject, name, values);
  }

  private UserInfo userInfo(OIDCTokens tokens) throws GeneralException, IOException, NotProven {
    UserInfoRequest request =
        new UserInfoRequest(
            found().metadata().getUserInfoEndpointURI(), tokens.getBearerAccessToken());
    UserInfoResponse response = UserInfoResponse.parse(send(request.toHTTPRequest()));
    UserInfo info = response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
    if (info == null) {
      throw new NotProven("the provider tells nothing of them");
    }
    return info;
  }

  private List<String> values(ClaimsSet claims) {
    List<String> list = claims.getStringListClaim(company.claim());
    if (list != null) {
      return List.copyOf(list);
    }
    String one = claims.getStringClaim(company.claim());
    return one == null ? List.of() : List.of(one);
  }

  private static Optional<String> name(ClaimsSet claims) {
    return Optional.ofNullable(claims.getStringClaim("email"))
        .or(() -> Optional.ofNullable(claims.getStringClaim("preferred_username")));
  }

  private static HTTPResponse send(HTTPRequest request) throws IOException {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setFollowRedirects(false);
    return request.send();
  }

  /** Asked once; keys are asked for again when a token is signed by another. */
  private Found found() throws GeneralException, IOException {
    Found known = found;
    if (known == null) {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(new Issuer(company.issuer()), CONNECT_MILLIS, READ_MILLIS);
      known =
          new Found(
              metadata,
              JWKSourceBuilder.<SecurityContext>create(
                      metadata.getJWKSetURI().toURL(),
                      new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
                  .build());
      found = known;
    }
    return known;
  }
}
