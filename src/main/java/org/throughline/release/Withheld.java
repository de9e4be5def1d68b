package org.throughline.release;

/** Why nothing is told. The reason stays inside the hub: from outside every reason looks the same. */
public enum Withheld {
    /** No agreement between a source of this outcome and the provider is in force. */
    NO_AGREEMENT,
    /** No policy rule in force names this measure and class of data. */
    NO_RULE,
    /** The class of data is none that the hub knows. */
    UNKNOWN_CLASS,
    /** The class asks for a notice that the rule does not carry. */
    NO_NOTICE,
    /** The client gave no consent for this recipient, class and purpose. */
    NO_CONSENT,
    /** The consent is not effective yet. */
    CONSENT_NOT_YET_EFFECTIVE,
    /** The consent has expired. */
    CONSENT_EXPIRED,
    /** The consent is revoked. */
    CONSENT_REVOKED,
    /** The class asks for a consent that ends, and this one does not. */
    CONSENT_WITHOUT_EXPIRY,
    /** The consent was signed for a child who is of age now, or whose age is not known. */
    CONSENT_OF_A_MINOR,
    /** The client has died since. */
    CLIENT_DECEASED,
    /** No source of this outcome that may tell the provider is observed. */
    NO_SOURCE,
    /** The provider does not hold an enrollment of this client. */
    NOT_SERVED,
    /** The index event lies before the service began, or the service's first day is not known. */
    BEFORE_SERVICE,
    /** A victim-service provider or program is involved (34 U.S.C. 12291(b)(2)). */
    VICTIM_SERVICES,
    /** The client could not be searched in other sources. */
    NOT_SEARCHABLE,
    /** A doubtful pair around this client waits for review. */
    OPEN_REVIEW,
    /** The client's links have changed since the measures were computed. */
    LINK_CHANGED,
    /** The measure leaves this index event out or could not observe it. */
    NOT_OBSERVED,
    /** The event stands on a link that is too weak for a client-level disclosure. */
    LINK_BELOW_DISCLOSURE
}
