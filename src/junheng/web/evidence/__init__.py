"""Evidence for items judged by people, findings, site visits."""
