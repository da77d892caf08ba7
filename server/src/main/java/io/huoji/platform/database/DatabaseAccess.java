package io.huoji.platform.database;

/** Where the database is, and how each of our roles signs in there. */
record DatabaseAccess(String url, Login owner, Login application, Login sweep) {

    /** A role with its password. */
    record Login(String role, String password) {}
}
