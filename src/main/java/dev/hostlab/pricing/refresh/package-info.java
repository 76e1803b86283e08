/// Fetches a price snapshot from the AWS Price List API: what to ask, how to read the answers strictly, and how to put
/// a new file beside the old ones. Nothing here runs unless the user asks for it.
package dev.hostlab.pricing.refresh;
